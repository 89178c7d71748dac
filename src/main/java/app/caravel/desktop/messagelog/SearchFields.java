package app.caravel.desktop.messagelog;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import org.jspecify.annotations.Nullable;

import app.caravel.messagelog.search.LogQuery;

/** What is looked for, as it stands in the fields; empty is anything. */
final class SearchFields {

    final StringProperty recipient = new SimpleStringProperty("");
    final StringProperty sender = new SimpleStringProperty("");
    final StringProperty subject = new SimpleStringProperty("");
    /** Exchange's name, or empty. */
    final StringProperty event = new SimpleStringProperty("");
    final ObjectProperty<@Nullable LocalDate> from = new SimpleObjectProperty<>();
    /** The last day that counts. */
    final ObjectProperty<@Nullable LocalDate> to = new SimpleObjectProperty<>();
    final StringProperty messageId = new SimpleStringProperty("");
    final StringProperty internalId = new SimpleStringProperty("");
    final StringProperty source = new SimpleStringProperty("");
    final StringProperty reference = new SimpleStringProperty("");
    final StringProperty limit = new SimpleStringProperty(String.valueOf(LogQuery.LIMIT));

    List<StringProperty> words() {
        return List.of(recipient, sender, subject, event, messageId, internalId, source, reference);
    }

    /** Whether one of the fields behind "More fields" is used. */
    boolean usesMore() {
        return !(messageId.get().isBlank() && internalId.get().isBlank() && source.get().isBlank() && reference.get().isBlank()) || !limit.get().strip().equals(String.valueOf(LogQuery.LIMIT));
    }

    void clear() {
        words().forEach(word -> word.set(""));
        from.set(null);
        to.set(null);
        limit.set(String.valueOf(LogQuery.LIMIT));
    }

    /** The newest lines first; days are those of the person's own zone. */
    LogQuery query(ZoneId zone) {
        var begins = from.get();
        var ends = to.get();
        return LogQuery.ALL.to(List.of(recipient.get().split("[,;\\s]+"))).from(sender.get()).subject(subject.get()).event(event.get())
                .messageId(messageId.get()).internalId(internalId.get()).source(source.get()).reference(reference.get())
                .between(begins == null ? null : begins.atStartOfDay(zone).toInstant(), ends == null ? null : ends.plusDays(1).atStartOfDay(zone).toInstant())
                .atMost(limit.get().strip().matches("\\d{1,9}") ? Integer.parseInt(limit.get().strip()) : LogQuery.LIMIT).latest();
    }
}

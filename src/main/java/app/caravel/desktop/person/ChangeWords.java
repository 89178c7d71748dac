package app.caravel.desktop.person;

import org.jspecify.annotations.Nullable;

import app.caravel.contact.Phones;
import app.caravel.desktop.kit.Choices;
import app.caravel.desktop.kit.Ui;
import app.caravel.report.LifeEvent;

/** What was changed of a person by hand, in a sentence. */
final class ChangeWords {

    private static final String ATTRIBUTE = "attribute:";

    private final Ui ui;

    ChangeWords(Ui ui) {
        this.ui = ui;
    }

    String of(LifeEvent.Changed changed) {
        var what = changed.field().startsWith(ATTRIBUTE) ? changed.field().substring(ATTRIBUTE.length()) : ui.text("person.field-" + changed.field().replace('_', '-'));
        var before = value(changed.field(), changed.before());
        var after = value(changed.field(), changed.after());
        if (before == null) {
            return ui.text("person.event-set", "what", what, "after", after == null ? "" : after);
        }
        return after == null ? ui.text("person.event-cleared", "what", what, "before", before) : ui.text("person.event-changed", "what", what, "before", before, "after", after);
    }

    private @Nullable String value(String field, @Nullable String value) {
        return value == null ? null : switch (field) {
            case "country" -> ui.formats().country(value);
            case "language" -> Choices.language(ui, value);
            case "stage" -> ui.text("person.stage-" + value.replace('_', '-'));
            case "phone" -> Phones.spoken(value);
            default -> value;
        };
    }
}

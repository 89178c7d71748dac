package app.caravel.desktop.contacts;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import org.jspecify.annotations.Nullable;

import app.caravel.audience.Condition;
import app.caravel.audience.Offers;
import app.caravel.audience.Parsed.Bad;
import app.caravel.audience.Parsed.Good;
import app.caravel.audience.Query;
import app.caravel.audience.Query.Term;
import app.caravel.audience.QueryParser;
import app.caravel.contact.ContactList;
import app.caravel.contact.ContactRow;
import app.caravel.contact.Filter;
import app.caravel.contact.Tag;
import app.caravel.desktop.kit.Background;
import app.caravel.desktop.kit.Load;
import app.caravel.reason.Reason;
import app.caravel.workspace.Workspace;

/** A segment as it is built: rows and one line, always saying the same, and whom they find now. */
final class SegmentViewModel {

    private static final int SAMPLE = 5;

    /** Whom the query finds now, of how many, how many of them may not be written to, and the first by name. */
    record Live(int count, int everyone, int suppressed, List<ContactRow> sample) {}

    /** What can be chosen where a value is asked for. */
    record Known(List<ContactList> lists, List<Tag> tags, Offers offers) {}

    final StringProperty name = new SimpleStringProperty("");
    final StringProperty line = new SimpleStringProperty("");
    /** What is wrong with the line; null: nothing. */
    final ObjectProperty<@Nullable Reason> wrong = new SimpleObjectProperty<>();
    /** Counts up whenever the rows have changed by something else than their own controls. */
    final IntegerProperty rebuilt = new SimpleIntegerProperty();
    private final List<SegmentRow> rows = new ArrayList<>();
    private final Workspace workspace;
    private final Background background;
    private final Load<Live> live;
    private final Load<Known> known;
    private @Nullable Long id;
    private Query query = Query.EVERYBODY;
    private boolean writing;

    SegmentViewModel(Workspace workspace, Background background) {
        this.workspace = workspace;
        this.background = background;
        this.live = new Load<>(background);
        this.known = new Load<>(background);
        line.addListener((_, _, written) -> {
            if (!writing) {
                read(written);
            }
        });
    }

    Load<Live> live() {
        return live;
    }

    Load<Known> known() {
        return known;
    }

    List<SegmentRow> rows() {
        return List.copyOf(rows);
    }

    /** Whether it was saved before. */
    boolean saved() {
        return id != null;
    }

    void anew() {
        begin(null, "", Query.EVERYBODY);
    }

    void open(long segment) {
        background.run(() -> workspace.segments().find(segment), found -> found.ifPresentOrElse(it -> begin(it.id(), it.name(), it.query()), this::anew));
    }

    private void begin(@Nullable Long segment, String called, Query its) {
        id = segment;
        name.set(called);
        known.from(() -> new Known(workspace.lists().all(), workspace.tags().all(), workspace.segments().offers()));
        rows.clear();
        its.terms().forEach(term -> rows.add(SegmentRow.of(term)));
        rowsSay();
        rebuilt.set(rebuilt.get() + 1);
    }

    void add(SegmentRow row) {
        rows.add(row);
        rowsSay();
        rebuilt.set(rebuilt.get() + 1);
    }

    void remove(int place) {
        rows.remove(place);
        rowsSay();
        rebuilt.set(rebuilt.get() + 1);
    }

    /** A row's own control has changed it. */
    void change(int place, SegmentRow row) {
        if (!rows.get(place).equals(row)) {
            boolean other = rows.get(place).field() != row.field();
            rows.set(place, row);
            rowsSay();
            if (other) {
                rebuilt.set(rebuilt.get() + 1);
            }
        }
    }

    private void rowsSay() {
        query = new Query(rows.stream().map(SegmentRow::term).flatMap(Optional::stream).toList());
        writing = true;
        line.set(query.text());
        writing = false;
        wrong.set(null);
        look();
    }

    private void read(String written) {
        switch (QueryParser.parse(written)) {
            case Bad(var reason, _) -> wrong.set(reason);
            case Good(var said) -> {
                wrong.set(null);
                if (!said.equals(query)) {
                    query = said;
                    rows.clear();
                    said.terms().forEach(term -> rows.add(SegmentRow.of(term)));
                    rebuilt.set(rebuilt.get() + 1);
                    look();
                }
            }
        }
    }

    private void look() {
        var asked = query;
        live.from(() -> {
            var blocked = new ArrayList<>(asked.terms());
            blocked.add(new Term(false, new Condition.Suppressed(List.of(Condition.Suppressed.Why.YES))));
            return new Live(workspace.segments().count(asked), workspace.contacts().count(Filter.EVERYONE), workspace.segments().count(new Query(blocked)),
                    workspace.segments().sample(asked, SAMPLE));
        });
    }

    /** Saves it under its name and hands on its id. */
    void save(Consumer<Long> then, Consumer<Reason> failed) {
        var called = name.get();
        var its = query;
        var segment = id;
        background.run(() -> {
            if (segment == null) {
                return workspace.segments().create(called, its).id();
            }
            workspace.segments().change(segment, called, its);
            return segment;
        }, saved -> {
            id = Objects.requireNonNull(saved);
            then.accept(saved);
        }, failed);
    }
}

package app.caravel.desktop.contacts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.util.StringConverter;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

import app.caravel.audience.Span;
import app.caravel.contact.ContactList;
import app.caravel.contact.Stage;
import app.caravel.contact.Tag;
import app.caravel.desktop.contacts.SegmentRow.Asked;
import app.caravel.desktop.contacts.SegmentRow.Field;
import app.caravel.desktop.kit.Buttons;
import app.caravel.desktop.kit.Choices;
import app.caravel.desktop.kit.Space;
import app.caravel.desktop.kit.Ui;

/** One condition as a sentence: what, how, which. */
final class SegmentRowView extends HBox {

    /** What can be asked of whether he may be written to. */
    private static final List<String> SUPPRESSED =
            List.of("yes", "no", "unsubscribed", "hard_bounce", "complaint", "manual", "imported", "own_domain", "competitor", "erased");

    private static final double WHAT = 176;
    private static final double HOW = 136;
    private static final List<String> STAGES = Stream.concat(Arrays.stream(Stage.values()).map(Stage::key), Stream.of("none")).toList();

    private final SegmentViewModel model;
    private final int place;
    private final Ui ui;

    SegmentRowView(SegmentViewModel model, int place, Ui ui) {
        super(8);
        this.model = model;
        this.place = place;
        this.ui = ui;
        getStyleClass().add("segment-row");
        setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        var row = row();
        var what = box(List.of(Field.values()), row.field(), field -> ui.text("segment.field-" + field.key()), field -> change(SegmentRow.fresh(field)));
        var how = box(List.of(false, true), row.not(), not -> ui.text("segment.how-" + how(row.field().asked) + (not ? "-not" : "")), not -> change(row().withNot(not)));
        getChildren().addAll(Space.width(what, WHAT), Space.width(how, HOW));
        if (row.field() == Field.ATTRIBUTE) {
            var headers = offered(model.known().value() == null ? List.of() : model.known().value().offers().headers(), row.header(), text -> change(row().withHeader(text)));
            headers.setPromptText(ui.text("segment.header"));
            getChildren().add(Space.width(headers, 144));
        }
        getChildren().addAll(Space.grow(value(row)), Buttons.flatIcon(ui.text("segment.remove"), Feather.X, () -> model.remove(place)));
    }

    private SegmentRow row() {
        return model.rows().get(place);
    }

    private void change(SegmentRow row) {
        model.change(place, row);
    }

    private static String how(Asked asked) {
        return switch (asked) {
            case COUNTRY, LANGUAGE, EXACT, SUPPRESSION, STAGE, TAG -> "is";
            case LIST -> "in";
            case PART, LINK -> "holds";
            case TIME -> "within";
            case CAMPAIGN -> "of";
        };
    }

    private Node value(SegmentRow row) {
        var known = model.known().value();
        return switch (row.field().asked) {
            case COUNTRY -> row.values().size() > 1 || row.values().contains("none") ? written(row) : chosen(Choices.countries(ui, first(row)));
            case LANGUAGE -> row.values().size() > 1 || row.values().contains("none") ? written(row) : chosen(Choices.languages(ui, first(row)));
            case LIST -> row.values().size() > 1 ? written(row)
                    : offered(known == null ? List.of() : known.lists().stream().map(ContactList::name).toList(), first(row), text -> change(row().withOne(text)));
            case TAG -> row.values().size() > 1 ? written(row)
                    : offered(known == null ? List.of() : known.tags().stream().map(Tag::name).toList(), first(row), text -> change(row().withOne(text)));
            case STAGE -> row.values().size() > 1 ? written(row)
                    : box(STAGES, first(row), this::stage, value -> change(row().withOne(value)));
            case CAMPAIGN -> row.values().size() > 1 ? written(row)
                    : offered(known == null ? List.of() : known.offers().campaigns(), first(row), text -> change(row().withOne(text)));
            case LINK -> row.values().size() > 1 ? written(row)
                    : offered(known == null ? List.of() : known.offers().links(), first(row), text -> change(row().withOne(text)));
            case PART, EXACT -> written(row);
            case TIME -> time(row);
            case SUPPRESSION -> row.values().size() > 1 ? written(row)
                    : box(SUPPRESSED, first(row), this::suppression, value -> change(row().withOne(value)));
        };
    }

    private String stage(String value) {
        return ui.text("person.stage-" + value.replace('_', '-'));
    }

    private String suppression(String value) {
        return ui.text(switch (value) {
            case "yes" -> "contacts.do-not-write";
            case "no" -> "contacts.can-be-written-to";
            default -> "suppression.reason-" + value.replace('_', '-');
        });
    }

    private static String first(SegmentRow row) {
        return row.values().isEmpty() ? "" : row.values().getFirst();
    }

    private Node chosen(ComboBox<String> box) {
        box.valueProperty().addListener((_, _, value) -> change(row().withOne(value == null ? "" : value)));
        return box;
    }

    private TextField written(SegmentRow row) {
        var field = new TextField(row.written());
        field.setPromptText(ui.text(row.field() == Field.WORDS ? "contacts.search" : "segment.several"));
        boolean fixed = row.field().asked == Asked.SUPPRESSION || row.field().asked == Asked.STAGE || row.field().asked == Asked.COUNTRY || row.field().asked == Asked.LANGUAGE;
        field.setEditable(!fixed); // several codes are changed in the line
        field.textProperty().addListener((_, _, text) -> change(row().withWritten(text)));
        return field;
    }

    private Node time(SegmentRow row) {
        var span = Span.parse(first(row)).orElse(new Span(30, Span.Unit.DAYS));
        var amount = new TextField(String.valueOf(span.amount()));
        var unit = box(List.of(Span.Unit.values()), span.unit(), each -> ui.text("segment.unit-" + each.name().toLowerCase(Locale.ROOT)), _ -> {});
        Runnable say = () -> {
            var number = amount.getText().strip();
            change(row().withValues(number.matches("[1-9][0-9]{0,3}") ? List.of(new Span(Integer.parseInt(number), unit.getValue()).text()) : List.of()));
        };
        amount.textProperty().addListener((_, _, _) -> say.run());
        unit.valueProperty().addListener((_, _, _) -> say.run());
        return Space.row(8, Space.width(amount, 64), Space.width(unit, 112));
    }

    /** What is known to choose from; anything else can be written. */
    private static ComboBox<String> offered(List<String> values, String now, Consumer<String> then) {
        var box = new ComboBox<String>();
        box.setEditable(true);
        box.getItems().setAll(values);
        box.setValue(now);
        box.getEditor().textProperty().addListener((_, _, text) -> then.accept(text == null ? "" : text));
        box.setMinWidth(0);
        box.setMaxWidth(Double.MAX_VALUE);
        return box;
    }

    private static <T> ComboBox<T> box(List<T> values, T now, Function<T, String> word, Consumer<T> then) {
        var box = new ComboBox<T>();
        box.getItems().setAll(new ArrayList<>(values));
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable T value) {
                return value == null ? "" : word.apply(value);
            }

            @Override
            public @Nullable T fromString(String text) {
                return null;
            }
        });
        box.setValue(now);
        box.setVisibleRowCount(12);
        box.setMaxWidth(Double.MAX_VALUE);
        box.valueProperty().addListener((_, _, value) -> then.accept(value));
        return box;
    }
}

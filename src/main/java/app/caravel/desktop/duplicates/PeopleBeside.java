package app.caravel.desktop.duplicates;

import java.util.List;
import java.util.Objects;
import javafx.geometry.Insets;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

import app.caravel.contact.Fact;
import app.caravel.contact.Merges;
import app.caravel.contact.Phones;
import app.caravel.desktop.duplicates.Alike.Side;
import app.caravel.desktop.kit.Buttons;
import app.caravel.desktop.kit.Choices;
import app.caravel.desktop.kit.Icons;
import app.caravel.desktop.kit.Space;
import app.caravel.desktop.kit.Ui;
import app.caravel.desktop.kit.Words;

/** People side by side, a column each: who stays, whose value each fact gets where they differ, and the two acts. */
final class PeopleBeside extends VBox {

    private static final double LABEL = 104;

    private final List<Side> sides;
    private final DuplicatesViewModel model;
    private final Ui ui;
    private final GridPane grid = new GridPane(16, 0);
    private final VBox foot = new VBox(8);
    private final double column;

    PeopleBeside(List<Side> sides, DuplicatesViewModel model, Ui ui) {
        super(16);
        this.sides = sides;
        this.model = model;
        this.ui = ui;
        this.column = sides.size() > 2 ? 216 : 256;
        getStyleClass().add("beside");
        setMinHeight(0);
        grid.getColumnConstraints().add(new ColumnConstraints(LABEL));
        sides.forEach(_ -> grid.getColumnConstraints().add(new ColumnConstraints(column)));
        grid.setPadding(new Insets(16));
        grid.getStyleClass().add("group");
        var scroll = new ScrollPane(grid);
        scroll.setFitToHeight(false);
        scroll.getStyleClass().add("edge-to-edge");
        scroll.setMinHeight(0);
        getChildren().setAll(Space.grow(scroll), foot);
        show();
    }

    private void show() {
        grid.getChildren().clear();
        int row = 0;
        heads(row++);
        for (var fact : Merges.CHOSEN) {
            if (sides.stream().anyMatch(side -> side.facts().containsKey(fact))) {
                row = line(row, ui.text("person.field-" + fact.key().replace('_', '-')), fact);
            }
        }
        row = line(row, ui.text("duplicates.lists"), side -> String.join(ui.text("duplicates.comma"), side.lists()));
        row = line(row, ui.text("duplicates.columns"), side -> side.attributes().isEmpty() ? "" : ui.text("duplicates.columns-n", "n", side.attributes().size()));
        row = line(row, ui.text("duplicates.mails"), side -> ui.text("duplicates.mails-n", "n", side.mails()));
        line(row, ui.text("duplicates.added"), side -> ui.formats().when(side.added()));
        foot();
    }

    private void heads(int row) {
        var group = new ToggleGroup();
        var stays = label(ui.text("duplicates.stays"));
        GridPane.setMargin(stays, new Insets(1, 0, 0, 0)); // in line with the first addresses
        grid.add(stays, 0, row);
        for (int i = 0; i < sides.size(); i++) {
            var side = sides.get(i);
            var radio = radio(side.address(), model.stays.get() == side.id(), group, () -> model.stay(side.id()));
            radio.getStyleClass().add("strong");
            var head = Space.column(6, radio);
            if (side.suppressed() != null) {
                head.getChildren().add(Space.row(6, Icons.of(Feather.SLASH, "small", "bounce"),
                        Words.of(ui.text("suppression.reason-" + side.suppressed().textKey()), "small", "bounce-text")));
            }
            if (sides.size() > 2 && model.stays.get() != side.id()) {
                var other = new CheckBox(ui.text("duplicates.somebody-else"));
                other.setSelected(model.isApart(side.id()));
                other.setOnAction(_ -> {
                    model.setApart(side.id(), other.isSelected());
                    show();
                });
                head.getChildren().add(other);
            }
            head.setPadding(new Insets(0, 0, 8, 0));
            grid.add(head, i + 1, row);
        }
    }

    private int line(int row, String what, Fact fact) {
        var source = model.source(fact);
        boolean differ = sides.stream().filter(side -> !model.isApart(side.id())).map(side -> side.facts().get(fact)).filter(Objects::nonNull).distinct().count() > 1;
        var group = new ToggleGroup();
        return line(row, what, side -> {
            var value = side.facts().get(fact);
            if (value == null) {
                return none();
            }
            var words = words(fact, value);
            return differ && !model.isApart(side.id()) ? radio(words, source != null && source == side.id(), group, () -> model.take(fact, side.id()))
                    : quiet(side, words);
        });
    }

    private int line(int row, String what, java.util.function.Function<Side, Object> value) {
        var line = Space.line();
        GridPane.setColumnSpan(line, GridPane.REMAINING);
        grid.add(line, 0, row);
        grid.add(label(what), 0, row + 1);
        for (int i = 0; i < sides.size(); i++) {
            var side = sides.get(i);
            var cell = switch (value.apply(side)) {
                case Node node -> node;
                case Object text when !text.toString().isEmpty() -> quiet(side, text.toString());
                default -> none();
            };
            GridPane.setMargin(cell, new Insets(8, 0, 8, 0));
            GridPane.setValignment(cell, VPos.TOP);
            grid.add(cell, i + 1, row + 1);
        }
        return row + 2;
    }

    private static Node label(String what) {
        var label = Words.small(what);
        GridPane.setMargin(label, new Insets(9, 0, 8, 0));
        GridPane.setValignment(label, VPos.TOP);
        return label;
    }

    private static Node none() {
        return Words.of("–", "subtle");
    }

    private Node quiet(Side side, String words) {
        var label = Words.wrapped(model.isApart(side.id()) ? Words.of(words, "subtle") : Words.body(words));
        label.setMaxWidth(column);
        return label;
    }

    private RadioButton radio(String words, boolean on, ToggleGroup group, Runnable act) {
        var radio = new RadioButton(words);
        radio.setMnemonicParsing(false);
        radio.setToggleGroup(group);
        radio.setSelected(on);
        radio.setWrapText(true);
        radio.setMaxWidth(column);
        radio.setOnAction(_ -> {
            act.run();
            show();
        });
        return radio;
    }

    private String words(Fact fact, String value) {
        return switch (fact) {
            case COUNTRY -> ui.formats().country(value);
            case LANGUAGE -> Choices.language(ui, value);
            case PHONE -> Phones.spoken(value);
            case STAGE -> ui.text("person.stage-" + value.replace('_', '-'));
            default -> value;
        };
    }

    private void foot() {
        var together = model.together();
        var merge = Buttons.accent(ui.text("duplicates.merge", "n", together.size()), Feather.GIT_MERGE, () -> model.merge(
                undo -> ui.toasts().undoable(ui.text("duplicates.merged", "n", together.size()), ui.text("duplicates.merged-help"), ui.text("duplicates.undo"), undo)));
        merge.setDefaultButton(true);
        merge.setDisable(together.size() < 2);
        var two = Buttons.plain(ui.text("duplicates.not-the-same"), Feather.USERS,
                () -> model.notTheSame(undo -> ui.toasts().undoable(ui.text("duplicates.kept-apart"), null, ui.text("duplicates.undo"), undo)));
        var stays = sides.stream().filter(side -> side.id() == model.stays.get()).findFirst();
        var said = Words.wrapped(Words.help(stays.map(side -> ui.text("duplicates.what-happens", "address", side.address(), "n", together.size() - 1)).orElse("")));
        foot.getChildren().setAll(said, Space.row(12, merge, two));
        boolean wish = sides.stream().anyMatch(side -> together.contains(side.id()) && side.id() != model.stays.get() && side.suppressed() != null
                && side.suppressed() != app.caravel.contact.SuppressionReason.HARD_BOUNCE);
        if (wish && stays.filter(side -> side.suppressed() == null).isPresent()) {
            foot.getChildren().addFirst(Words.wrapped(Words.of(ui.text("duplicates.wish-goes-along"), "scheduled-text")));
        }
    }
}

package app.caravel.desktop.person;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DateCell;
import javafx.scene.control.DatePicker;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

import app.caravel.contact.ContactList;
import app.caravel.contact.NextStep;
import app.caravel.contact.Stage;
import app.caravel.contact.Tag;
import app.caravel.desktop.kit.Buttons;
import app.caravel.desktop.kit.Icons;
import app.caravel.desktop.kit.Space;
import app.caravel.desktop.kit.Ui;
import app.caravel.desktop.kit.Words;

/** What comes next with a person, how often he was written to, where he stands and belongs. */
final class SidePane extends ScrollPane {

    private final PersonViewModel model;
    private final Ui ui;
    private final VBox column = new VBox(20);
    private @Nullable PersonCard shown;

    SidePane(PersonViewModel model, Ui ui) {
        this.model = model;
        this.ui = ui;
        column.setPadding(new Insets(0, 8, 16, 0));
        setContent(column);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setMinHeight(0);
    }

    void show(PersonCard card) {
        if (card.equals(shown)) {
            return; // what is being written here stays
        }
        shown = card;
        column.getChildren().setAll(followUp(card), section(ui.text("person.lately"), lately(card)), section(ui.text("person.stage"), stage(card)),
                section(ui.text("contacts.lists"), tokens(card.lists(), ContactList::name, model.deeds::removeFromList),
                        adding("person.add-to-list", card.otherLists().stream().map(ContactList::name).toList(), "contacts.list-name", model.deeds::addToList)),
                section(ui.text("person.tags"), tokens(card.tags(), Tag::name, model.deeds::removeTag),
                        adding("person.add-tag", card.otherTags().stream().map(Tag::name).toList(), "person.tag-name", model.deeds::addTag)));
    }

    private static VBox section(String heading, @Nullable Node... nodes) {
        var section = Space.column(8, Words.heading(heading));
        for (var node : nodes) {
            if (node != null) {
                section.getChildren().add(node);
            }
        }
        return section;
    }

    private Node followUp(PersonCard card) {
        var box = new VBox(12);
        box.getStyleClass().add("group");
        box.setPadding(new Insets(15));
        box.getChildren().add(Words.heading(ui.text("person.follow-up")));
        var next = card.next();
        if (next == null) {
            box.getChildren().add(planning(null));
            return box;
        }
        var day = next.day().atTime(12, 0).atZone(ui.zone()).toInstant();
        boolean due = !next.day().isAfter(LocalDate.ofInstant(ui.clock().instant(), ui.zone()));
        var when = Space.row(8, Icons.of(Feather.CALENDAR, "small", due ? "scheduled" : "subtle"), due ? Words.of(ui.formats().dayWord(day), "strong", "scheduled-text") : Words.strong(ui.formats().dayWord(day)));
        box.getChildren().add(when);
        if (!next.word().isBlank()) {
            box.getChildren().add(Words.wrapped(Words.body(next.word())));
        }
        box.getChildren().add(Space.row(8, Buttons.small(ui.text("today.done"), Feather.CHECK, model.deeds::followedUp),
                Buttons.small(ui.text("person.replan"), null, () -> box.getChildren().setAll(Words.heading(ui.text("person.follow-up")), planning(next))),
                Space.rest(), Buttons.flatIcon(ui.text("person.unplan"), Feather.X, model.deeds::unplan, "small")));
        return box;
    }

    private Node planning(@Nullable NextStep now) {
        var today = LocalDate.ofInstant(ui.clock().instant(), ui.zone());
        var day = new DatePicker(now == null ? null : now.day());
        day.setPromptText(ui.text("person.follow-up-day"));
        day.setMaxWidth(Double.MAX_VALUE);
        day.setDayCellFactory(_ -> new DateCell() {
            @Override
            public void updateItem(LocalDate date, boolean empty) {
                super.updateItem(date, empty);
                setDisable(empty || date.isBefore(today));
            }
        });
        var word = new TextField(now == null ? "" : now.word());
        word.setPromptText(ui.text("person.follow-up-word"));
        var keep = Buttons.plain(ui.text("person.plan"), Feather.CALENDAR, () -> {
            var chosen = day.getValue();
            if (chosen != null) {
                model.deeds.plan(chosen, word.getText());
            }
        });
        keep.disableProperty().bind(day.valueProperty().isNull());
        word.setOnAction(_ -> keep.fire());
        var quick = Space.row(8, Buttons.small(ui.text("person.tomorrow"), null, () -> day.setValue(today.plusDays(1))),
                Buttons.small(ui.text("person.in-a-week"), null, () -> day.setValue(today.plusWeeks(1))), Buttons.small(ui.text("person.in-a-month"), null, () -> day.setValue(today.plusMonths(1))));
        return Space.column(8, day, quick, word, keep);
    }

    private Node lately(PersonCard card) {
        return Words.wrapped(Words.body(ui.text("person.written-to", "n", card.lately().mails())));
    }

    private Node stage(PersonCard card) {
        var box = new ComboBox<String>();
        box.getItems().add("");
        Arrays.stream(Stage.values()).map(Stage::key).forEach(box.getItems()::add);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable String key) {
                return key == null || key.isEmpty() ? ui.text("person.stage-none") : ui.text("person.stage-" + key.replace('_', '-'));
            }

            @Override
            public String fromString(String text) {
                return "";
            }
        });
        var now = card.standing().stage();
        box.setValue(now == null ? "" : now.key());
        box.setMaxWidth(Double.MAX_VALUE);
        box.setAccessibleText(ui.text("person.stage"));
        box.setOnAction(_ -> model.deeds.stage(box.getValue() == null || box.getValue().isEmpty() ? null : Stage.ofKey(box.getValue())));
        return box;
    }

    private <T> @Nullable Node tokens(List<T> all, Function<T, String> name, Consumer<T> remove) {
        if (all.isEmpty()) {
            return null;
        }
        var flow = new FlowPane(6, 6);
        for (var each : all) {
            var word = Words.han(Words.body(name.apply(each)));
            word.setMaxWidth(208);
            var token = Space.row(2, word, Buttons.flatIcon(ui.text("person.take-off", "what", name.apply(each)), Feather.X, () -> remove.accept(each)));
            token.getStyleClass().add("token");
            token.setMaxWidth(USE_PREF_SIZE);
            flow.getChildren().add(token);
        }
        return flow;
    }

    /** A menu of what there is, and a field for what there is not yet. */
    private Node adding(String key, List<String> known, String prompt, Consumer<String> add) {
        var box = new VBox();
        var menu = new MenuButton(ui.text(key));
        menu.setMnemonicParsing(false);
        menu.getStyleClass().add("small");
        known.stream().limit(40).forEach(name -> {
            var item = new MenuItem(name);
            item.setMnemonicParsing(false);
            item.setOnAction(_ -> add.accept(name));
            menu.getItems().add(item);
        });
        if (!known.isEmpty()) {
            menu.getItems().add(new SeparatorMenuItem());
        }
        var anew = new MenuItem(ui.text("person.new-one"));
        anew.setOnAction(_ -> box.getChildren().setAll(naming(prompt, add, () -> box.getChildren().setAll(menu))));
        menu.getItems().add(anew);
        box.getChildren().setAll(menu);
        return box;
    }

    private Node naming(String prompt, Consumer<String> add, Runnable leave) {
        var field = new TextField();
        field.setPromptText(ui.text(prompt));
        field.setOnAction(_ -> {
            var name = field.getText().strip();
            leave.run();
            if (!name.isEmpty()) {
                add.accept(name);
            }
        });
        field.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                event.consume();
                leave.run();
            }
        });
        Platform.runLater(field::requestFocus);
        return field;
    }
}

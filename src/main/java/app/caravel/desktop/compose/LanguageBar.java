package app.caravel.desktop.compose;

import java.util.List;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

import app.caravel.desktop.compose.LanguagesModel.Side;
import app.caravel.desktop.kit.Buttons;
import app.caravel.desktop.kit.Choices;
import app.caravel.desktop.kit.Icons;
import app.caravel.desktop.kit.Segmented;
import app.caravel.desktop.kit.Space;
import app.caravel.desktop.kit.Ui;
import app.caravel.desktop.kit.Words;

/** The languages that the mail is written in, each with how many get it; one is written at. Another is begun, or one taken out. */
final class LanguageBar extends HBox {

    /** More are told by their codes: the line holds no more words. */
    private static final int IN_WORDS = 3;

    private final ComposeViewModel model;
    private final LanguagesModel languages;
    private final Ui ui;
    private final ChangeListener<List<Side>> sidesListener = (_, _, _) -> show();
    private final ChangeListener<@Nullable String> languageListener = (_, _, _) -> show();

    LanguageBar(ComposeViewModel model, Ui ui) {
        super(8);
        this.model = model;
        this.languages = model.languages();
        this.ui = ui;
        setId("mail-languages");
        setAlignment(javafx.geometry.Pos.CENTER_RIGHT);
        setMinWidth(USE_PREF_SIZE);
        languages.sides().addListener(new WeakChangeListener<>(sidesListener));
        model.language().addListener(new WeakChangeListener<>(languageListener));
        show();
    }

    private void show() {
        boolean focused = isFocusWithin();
        getChildren().clear();
        var sides = languages.sides().get();
        var chosen = sides.stream().filter(side -> java.util.Objects.equals(side.variant(), model.language().get())).findFirst().orElse(null);
        if (sides.size() > 1 && chosen != null) {
            var choice = new Segmented<>(sides, chosen, this::word);
            choice.getStyleClass().add("small");
            choice.valueProperty().addListener((_, _, side) -> languages.write(side.variant()));
            Tooltip.install(choice, new Tooltip(ui.text("compose.languages.rest")));
            getChildren().add(choice);
            if (focused) {
                choice.getChildren().get(sides.indexOf(chosen)).requestFocus();
            }
            var language = chosen.variant();
            if (language != null) {
                getChildren().add(Buttons.flatIcon(ui.text("compose.languages.remove", "language", Choices.language(ui, language)), Feather.TRASH_2, () -> remove(language), "small"));
            }
        }
        var add = new MenuButton(ui.text("compose.languages.add"), Icons.of(Feather.PLUS));
        add.getStyleClass().addAll("small", "flat");
        add.setMinWidth(USE_PREF_SIZE);
        add.setOnShowing(_ -> offer(add));
        add.getItems().add(new MenuItem()); // none at all, and it would not open
        getChildren().add(add);
    }

    private String word(Side side) {
        var language = side.language();
        var name = language == null ? ui.text("compose.languages.everyone-else")
                : languages.sides().get().size() > IN_WORDS ? language.toUpperCase(java.util.Locale.ROOT) : Choices.language(ui, language);
        return side.people() < 0 ? name : name + "  " + ui.formats().number(side.people());
    }

    private void offer(MenuButton add) {
        add.getItems().clear();
        languages.offers().forEach(offer -> add.getItems().add(item(
                ui.text("compose.languages.offer", "language", Choices.language(ui, offer.language()), "n", offer.people()), offer.language(), offer.people())));
        var others = languages.others().stream().map(each -> item(Choices.language(ui, each), each, 0)).toList();
        if (add.getItems().isEmpty()) {
            add.getItems().addAll(others);
        } else {
            var more = new Menu(ui.text("compose.languages.others"));
            more.getItems().addAll(others);
            add.getItems().addAll(new SeparatorMenuItem(), more);
        }
    }

    private MenuItem item(String word, String language, int people) {
        var item = new MenuItem(word);
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> ask(language, people));
        return item;
    }

    /** With a copy of the mail that is shown, or with nothing. */
    private void ask(String language, int people) {
        var name = Choices.language(ui, language);
        var copy = Buttons.accent(ui.text("compose.languages.copy"), Feather.COPY, () -> begin(language, true));
        var box = RenameForm.box(Words.heading(ui.text("compose.languages.begin", "language", name)),
                Words.wrapped(Words.small(ui.text("compose.languages.begin-help", "language", name, "n", people))),
                Space.row(8, Space.rest(), Buttons.plain(ui.text("compose.languages.empty"), null, () -> begin(language, false)), copy));
        copy.setDefaultButton(true);
        ui.dialogs().show(box, copy);
    }

    private void begin(String language, boolean copied) {
        ui.dialogs().close();
        languages.begin(language, copied);
    }

    private void remove(String language) {
        languages.remove(language, undo -> ui.toasts().undoable(ui.text("compose.languages.removed", "language", Choices.language(ui, language)), null, ui.text("kit.undo"), undo));
    }
}

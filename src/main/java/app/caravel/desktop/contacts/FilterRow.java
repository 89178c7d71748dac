package app.caravel.desktop.contacts;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

import org.jspecify.annotations.Nullable;

import app.caravel.contact.Filter;
import app.caravel.contact.Filter.Who;
import app.caravel.contact.Tag;
import app.caravel.desktop.kit.Choices;
import app.caravel.desktop.kit.Space;
import app.caravel.desktop.kit.Ui;
import app.caravel.desktop.kit.Words;

/** The search, and what can be filtered by: country, language, a tag, whether people may be written to. */
final class FilterRow extends HBox {

    private static final double SEARCH = 192;
    private static final double VALUE = 104;
    private static final double WORD = 24;

    /** So few letters are never cut. */
    private static final int SHORT = 4;

    /** What the menus were built from. */
    private record Shown(ContactsViewModel.@Nullable Groups groups, @Nullable String country, @Nullable String language, @Nullable Long tag, Who who) {}

    private final ContactsViewModel model;
    private final Ui ui;
    private final TextField search = new TextField();
    private final HBox menus = Space.row(8);
    private @Nullable Shown shown;
    private final ChangeListener<Filter> listener = (_, _, wanted) -> show(wanted);

    FilterRow(ContactsViewModel model, Ui ui) {
        super(8);
        this.model = model;
        this.ui = ui;
        search.setPromptText(ui.text("contacts.search"));
        search.setText(model.filter.get().words());
        search.setMinWidth(80);
        search.setPrefWidth(SEARCH);
        search.setMaxWidth(SEARCH);
        search.textProperty().addListener((_, _, words) -> set(now -> now.withWords(words.strip())));
        HBox.setHgrow(search, javafx.scene.layout.Priority.SOMETIMES);
        getChildren().setAll(search, menus);
        model.filter.addListener(new WeakChangeListener<>(listener));
        show(model.filter.get());
    }

    TextField search() {
        return search;
    }

    private void set(Function<Filter, Filter> change) {
        model.filter.set(change.apply(model.filter.get()));
    }

    /** Builds the menus anew: who is there, or what is wanted of them, has changed. */
    void show(Filter wanted) {
        if (!search.getText().strip().equals(wanted.words())) {
            search.setText(wanted.words());
        }
        var groups = model.groups().value();
        var asked = new Shown(groups, wanted.country(), wanted.language(), wanted.tagId(), wanted.who());
        if (asked.equals(shown)) {
            return; // only the words have changed
        }
        shown = asked;
        var countries = groups == null ? Map.<String, Integer>of() : groups.countries();
        var languages = groups == null ? Map.<String, Integer>of() : groups.languages();
        menus.getChildren().setAll(
                counted("contacts.country", "contacts.no-country", countries, wanted.country(), ui.formats()::country, code -> set(now -> now.withCountry(code))),
                counted("contacts.language", "contacts.no-language", languages, wanted.language(), this::language, tag -> set(now -> now.withLanguage(tag))),
                who(wanted));
        var tags = groups == null ? List.<Tag>of() : groups.tags().stream().filter(tag -> tag.size() > 0 || Objects.equals(tag.id(), wanted.tagId())).toList();
        if (!tags.isEmpty()) {
            menus.getChildren().add(2, tagged(tags, wanted.tagId()));
        }
    }

    private String language(String tag) {
        return Choices.language(ui, tag);
    }

    private MenuButton counted(String label, String none, Map<String, Integer> counts, @Nullable String chosen, Function<String, String> name, Consumer<@Nullable String> choose) {
        Function<String, String> word = value -> value.isEmpty() ? ui.text(none) : name.apply(value);
        var menu = menu(ui.text(label), chosen == null ? null : word.apply(chosen));
        var group = new ToggleGroup();
        menu.getItems().add(item(ui.text("contacts.any"), chosen == null, group, () -> choose.accept(null)));
        menu.getItems().add(new SeparatorMenuItem());
        counts.forEach((value, n) -> menu.getItems().add(item(word.apply(value) + "  " + ui.formats().number(n), Objects.equals(chosen, value), group, () -> choose.accept(value))));
        return menu;
    }

    private MenuButton tagged(List<Tag> tags, @Nullable Long chosen) {
        var menu = menu(ui.text("contacts.tag"), tags.stream().filter(tag -> Objects.equals(tag.id(), chosen)).map(Tag::name).findFirst().orElse(null));
        var group = new ToggleGroup();
        menu.getItems().addAll(item(ui.text("contacts.any"), chosen == null, group, () -> set(now -> now.withTag(null))), new SeparatorMenuItem());
        tags.forEach(tag -> menu.getItems().add(item(tag.name() + "  " + ui.formats().number(tag.size()), Objects.equals(tag.id(), chosen), group, () -> set(now -> now.withTag(tag.id())))));
        return menu;
    }

    private MenuButton who(Filter wanted) {
        var menu = menu(ui.text("contacts.state"), wanted.who() == Who.ALL ? null : ui.text(whoKey(wanted.who())));
        var group = new ToggleGroup();
        for (var who : List.of(Who.ALL, Who.WRITABLE, Who.SUPPRESSED)) {
            menu.getItems().add(item(ui.text(whoKey(who)), wanted.who() == who, group, () -> set(now -> now.withWho(who))));
        }
        return menu;
    }

    private static String whoKey(Who who) {
        return switch (who) {
            case ALL -> "contacts.any";
            case WRITABLE -> "contacts.can-be-written-to";
            case SUPPRESSED -> "contacts.do-not-write";
        };
    }

    private MenuButton menu(String label, @Nullable String value) {
        var menu = new MenuButton();
        var name = new Label(label);
        name.setMinWidth(Label.USE_PREF_SIZE);
        var word = value == null ? Words.of(ui.text("contacts.any"), "subtle") : Words.strong(value);
        word.setMaxWidth(VALUE);
        menu.setGraphic(Space.row(6, name, word));
        menu.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        menu.setAccessibleText(label + " " + word.getText());
        menu.getStyleClass().add("filter-menu");
        word.setMinWidth(word.getText().length() <= SHORT ? Label.USE_PREF_SIZE : WORD);
        if (value != null) {
            menu.setTooltip(new Tooltip(value)); // beside an open panel there is little room
        }
        return menu;
    }

    private static RadioMenuItem item(String word, boolean on, ToggleGroup group, Runnable act) {
        var item = new RadioMenuItem(word);
        item.setMnemonicParsing(false);
        item.setToggleGroup(group);
        item.setSelected(on);
        item.setOnAction(_ -> act.run());
        return item;
    }
}

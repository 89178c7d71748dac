package app.caravel.desktop.kit;

import java.util.List;
import java.util.Locale;
import javafx.collections.FXCollections;
import javafx.scene.control.TableView;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;

import org.junit.jupiter.api.Test;
import org.kordamp.ikonli.feather.Feather;

import app.caravel.texts.Texts.Language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What a customer is called stands on screen letter by letter: no underscore marks a key, no tag is read. */
class PlainWordsTest {

    private static final String NAME = "_An_na_ <b>&amp;</b> =1+1";

    @Test
    void labelsLinksAndButtonsShowEveryLetter() {
        List<String> shown = Robot.onScreen(() -> {
            var box = new VBox(Words.link(NAME, () -> {}), Words.strong(NAME), Words.body(NAME), Words.muted(NAME), Words.title(NAME), Words.wrapped(Words.body(NAME)),
                    Buttons.plain(NAME, Feather.USER, () -> {}), Buttons.flat(NAME, Feather.USER, () -> {}), new Chip(NAME, Feather.USER, "person"));
            Snapshots.of(Snapshots.scene(box, 900, 600, new Theme(Theme.Choice.LIGHT, Language.ENGLISH)));
            return box.getChildren().stream().map(node -> node.lookupAll(".text").stream().filter(Text.class::isInstance).map(text -> ((Text) text).getText()).filter(text -> text.length() > 1).findFirst().orElse("")).toList();
        });
        assertEquals(9, shown.size());
        shown.forEach(text -> assertEquals(NAME, text));
    }

    @Test
    void aTableShowsEveryLetterInItsCellsAndItsHeads() {
        List<String> shown = Robot.onScreen(() -> {
            var table = new TableView<>(FXCollections.observableArrayList(NAME));
            table.getColumns().add(Columns.text(NAME, 400, row -> row));
            Tables.dress(table);
            Snapshots.of(Snapshots.scene(table, 900, 300, new Theme(Theme.Choice.LIGHT, Language.ENGLISH)));
            return table.lookupAll(".text").stream().filter(Text.class::isInstance).map(text -> ((Text) text).getText()).filter(text -> text.toLowerCase(Locale.ROOT).contains("an")).toList();
        });
        assertTrue(shown.size() >= 2, String.valueOf(shown));
        shown.forEach(text -> assertEquals(NAME, text));
    }
}

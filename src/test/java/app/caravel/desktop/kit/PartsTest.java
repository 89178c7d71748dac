package app.caravel.desktop.kit;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.geometry.Insets;
import javafx.scene.Parent;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.junit.jupiter.api.Test;
import org.kordamp.ikonli.feather.Feather;

import app.caravel.texts.Texts.Language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class PartsTest {

    @Test
    void allPartsAreDrawnInBothThemes() {
        for (var choice : List.of(Theme.Choice.LIGHT, Theme.Choice.DARK)) {
            var file = Path.of("target/screens/parts-" + choice.name().toLowerCase(java.util.Locale.ROOT) + ".png");
            var picture = Robot.onScreen(() -> {
                var theme = new Theme(choice, Language.ENGLISH);
                var ui = new TestUi(theme, new ThreadBackground(_ -> {}), Clock.systemUTC(), ZoneId.of("Asia/Shanghai")).ui;
                return Snapshots.of(Snapshots.scene(parts(ui), 1280, 900, theme));
            });
            Snapshots.write(picture, file);
            assertTrue(Files.exists(file));
            assertEquals(1280, picture.getWidth());
        }
    }

    private static Parent parts(Ui ui) {
        var address = new Field("Address", new TextField("info@@gulf"));
        address.wrong("Two @ signs");
        var encoding = new ComboBox<>(FXCollections.observableArrayList("GB18030 (noticed)"));
        encoding.getSelectionModel().selectFirst();
        var toggle = new atlantafx.base.controls.ToggleSwitch("Track opens");
        toggle.setSelected(true);
        var keep = new CheckBox("Keep both");
        keep.setSelected(true);
        var page = new VBox(24,
                new HBox(8, Buttons.accent("Import", Feather.UPLOAD, () -> {}), Buttons.plain("Export", Feather.DOWNLOAD, () -> {}),
                        Buttons.flat("Later", Feather.CLOCK, () -> {}), Buttons.danger("Delete list", Feather.TRASH_2, () -> {}),
                        Buttons.small("Small", null, () -> {}), Buttons.icon("More", Feather.MORE_HORIZONTAL, () -> {}),
                        new Segmented<>(List.of("Day", "Week", "Month"), "Day", word -> word), Words.link("Show all", () -> {}),
                        new Avatar("Katrin Weber", 40), new Avatar("佐藤 健", 32), Words.strong("佐藤 健")),
                new HBox(12, new Field("Name", new TextField("Katrin Weber")), address, new Field("Read as", encoding), keep, toggle),
                new HBox(8, new Chip("Person", Feather.USER_CHECK, "person"), new Chip("Likely", Feather.USER, "likely"),
                        new Chip("Proxy", Feather.SHIELD, "proxy"), new Chip("Machine", Feather.CPU), new Chip("Bounced", Feather.X_CIRCLE, "bounce"),
                        new Chip("Replied", Feather.CORNER_UP_LEFT, "reply"), new Chip("Scheduled", Feather.CLOCK, "scheduled"),
                        new Chip("Draft", Feather.EDIT_2, "accent"), filters()),
                new StepBar(List.of(new StepBar.Step("Content", StepBar.State.DONE), new StepBar.Step("Audience", StepBar.State.OPEN),
                        new StepBar.Step("Check", StepBar.State.WARNED), new StepBar.Step("Send", StepBar.State.OPEN)), 1, _ -> {}),
                new HBox(24, tiles(), progress()),
                new HBox(24, face(new EmptyFace(Feather.CORNER_UP_LEFT, "No replies yet", "Replies appear here within a minute of reaching your inbox.",
                        Buttons.plain("Look now", Feather.REFRESH_CW, () -> {}))), face(new LoadingFace()), timeline()),
                new HBox(24, new ToastView(ui, new Toasts.Toast(Toasts.Meaning.GOOD, null, "2,273 people imported", "45 rows left out",
                        List.of(new Toasts.Link("See them", () -> {}))), () -> {}), table()));
        page.setPadding(new Insets(24));
        page.getStyleClass().add("page");
        return page;
    }

    private static HBox filters() {
        var group = new ToggleGroup();
        var all = new FilterChip("All");
        all.setCount("1,840");
        var clicked = new FilterChip("Clicked");
        clicked.setCount("213");
        all.setToggleGroup(group);
        clicked.setToggleGroup(group);
        all.setSelected(true);
        return FilterChip.row(all, clicked);
    }

    private static Parent tiles() {
        var tiles = new StatTiles(List.of(
                new StatTiles.Tile("Sent", "1,840", "6 held back", List.of(new Bar.Part(1, "fill-plain")), 45, null),
                new StatTiles.Tile("Opened by people", "about 684", "561 sure, 123 likely",
                        List.of(new Bar.Part(0.3, "fill-person"), new Bar.Part(0.07, "fill-likely")), 55, "hover")));
        tiles.setPrefWidth(420);
        return tiles;
    }

    private static Parent progress() {
        var card = new ProgressCard("Sending New price for panel 60×60", "Cancel", () -> {});
        card.at(0.62, "1,140 of 1,840", "480 an hour, about 1 h 28 min left");
        card.setPrefWidth(394);
        return card;
    }

    private static VBox face(Parent inside) {
        var group = new VBox(inside);
        group.getStyleClass().add("group");
        group.setPrefSize(360, 184);
        return group;
    }

    private static Timeline timeline() {
        return new Timeline(List.of(new Timeline.Entry("Fri 11:32", null, "fill-reply", "Replied", "“500 pcs CIF Jebel Ali?”"),
                new Timeline.Entry("Thu 09:00", null, "fill-machine", "Scanned by a machine", "Microsoft Defender, 9 links"),
                new Timeline.Entry("Thu 09:00", null, "fill-plain", "Sent", null)));
    }

    private static TableView<String> table() {
        var table = new TableView<String>();
        Tables.dress(table);
        table.getColumns().add(Columns.text("Person", 160, row -> row));
        table.getColumns().add(Columns.iconWord("State", 120, _ -> new Columns.IconWord(Feather.CORNER_UP_LEFT, "reply", "Replied")));
        table.getColumns().add(Columns.chip("Read by", 120, row -> row.startsWith("R") ? new Columns.ChipWord("Person", Feather.USER_CHECK, "person") : null));
        table.getColumns().add(Columns.number("Views", 80, _ -> "1,204"));
        table.getItems().addAll("Rashid Al Mansoori", "A name that is far too long for its column");
        table.getSelectionModel().select(0);
        table.setPrefSize(520, 110);
        return table;
    }
}

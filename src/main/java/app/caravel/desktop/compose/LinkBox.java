package app.caravel.desktop.compose;

import javafx.geometry.Insets;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;

import org.kordamp.ikonli.feather.Feather;

import app.caravel.desktop.kit.Buttons;
import app.caravel.desktop.kit.Field;
import app.caravel.desktop.kit.Space;
import app.caravel.desktop.kit.Ui;
import app.caravel.desktop.kit.Words;

/** Asks where the chosen words lead. */
final class LinkBox {

    private LinkBox() {}

    static void show(Canvas canvas, BlockActs acts, Ui ui) {
        var address = new TextField(canvas.linkAt());
        address.setId("link-address");
        address.setPromptText("https://");
        Runnable keep = () -> {
            ui.dialogs().close();
            acts.link(address.getText());
        };
        address.setOnAction(_ -> keep.run());
        var row = Space.row(8, Buttons.accent(ui.text("compose.link-keep"), null, keep));
        if (!address.getText().isBlank()) {
            row.getChildren().add(Buttons.plain(ui.text("compose.link-away"), Feather.X, () -> {
                address.clear();
                keep.run();
            }));
        }
        var box = Space.styled(Space.column(16, Words.heading(ui.text("compose.tool.link")), new Field(ui.text("compose.property.href"), address).help(ui.text("compose.link-help")), row), "find");
        box.setPadding(new Insets(20));
        box.setMaxSize(400, Region.USE_PREF_SIZE);
        ui.dialogs().show(box, address);
    }
}

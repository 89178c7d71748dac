package app.caravel.desktop.accounts;

import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

import app.caravel.account.health.DnsLine;
import app.caravel.desktop.kit.Buttons;
import app.caravel.desktop.kit.Space;
import app.caravel.desktop.kit.Ui;
import app.caravel.desktop.kit.Words;

/** A line for the DNS, its name and its value each to copy: the forms of registrars ask for them one by one. */
final class DnsBox extends VBox {

    private static final double LABEL = 48;

    DnsBox(Ui ui, DnsLine line) {
        super(4);
        getStyleClass().addAll("group", "quiet", "dns-box");
        getChildren().addAll(row(ui, "domain.panel.name", line.name()), row(ui, "domain.panel.type", line.type()), row(ui, "domain.panel.value", line.value()));
    }

    private static HBox row(Ui ui, String what, String value) {
        var written = Words.wrapped(Words.of(value, "small"));
        written.setMinWidth(0);
        var row = new HBox(8, Space.width(Words.small(ui.text(what)), LABEL), Space.grow(written),
                Buttons.flatIcon(ui.text("domain.panel.copy"), Feather.COPY, () -> copy(ui, value), "small"));
        row.setFillHeight(false);
        return row;
    }

    static void copy(Ui ui, String text) {
        var content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
        ui.toasts().done(ui.text("domain.panel.copied"));
    }
}

package app.caravel.desktop.sandbox;

import java.nio.charset.StandardCharsets;
import java.util.List;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.TextArea;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

import app.caravel.desktop.kit.EmptyFace;
import app.caravel.desktop.kit.MailPaper;
import app.caravel.desktop.kit.Segmented;
import app.caravel.desktop.kit.Space;
import app.caravel.desktop.kit.Ui;
import app.caravel.desktop.kit.Words;
import app.caravel.sandbox.CaughtMail;

/** The mail as its recipient sees it: on a desktop or a phone, with pictures or without, as plain text or source. */
final class MailPane extends BorderPane {

    /** How the mail is looked at. */
    enum Look { DESKTOP, PHONE, TEXT, SOURCE }

    private static final double PAPER = 536;
    private static final double PHONE = 360;
    private static final double WHOLE_MAIL = 668;

    private final SandboxInboxViewModel model;
    private final Ui ui;
    private final Segmented<Look> look;
    private final Segmented<Boolean> pictures;
    private final ChangeListener<@Nullable CaughtMail> listener = (_, _, _) -> show();

    MailPane(SandboxInboxViewModel model, Ui ui) {
        this.model = model;
        this.ui = ui;
        this.look = new Segmented<>(List.of(Look.values()), Look.DESKTOP, each -> ui.text("sandbox.look-" + each.name().toLowerCase(java.util.Locale.ROOT)));
        this.pictures = new Segmented<>(List.of(true, false), model.pictures.get(), on -> ui.text(on ? "sandbox.pictures-on" : "sandbox.pictures-off"));
        getStyleClass().addAll("canvas", "plain");
        setMinWidth(0);
        setMinHeight(0);
        look.valueProperty().addListener((_, _, _) -> show());
        pictures.valueProperty().addListener((_, _, on) -> {
            model.pictures.set(on);
            show();
        });
        model.chosen.addListener(new WeakChangeListener<>(listener));
        show();
    }

    private void show() {
        var mail = model.chosen.get();
        if (mail == null) {
            setTop(null);
            setCenter(new EmptyFace(Feather.MAIL, ui.text("sandbox.none-chosen"), ui.text("sandbox.none-chosen-help"), null));
            return;
        }
        var bar = Space.row(12, look, pictures);
        bar.setPadding(new Insets(8, 16, 8, 16));
        var name = mail.toName().isBlank() ? mail.to() : mail.toName();
        var note = Words.han(Words.help(ui.text("sandbox.read-as", "name", name)));
        note.setPadding(new Insets(0, 16, 8, 16));
        note.setMinWidth(0);
        setTop(new VBox(bar, note));
        setCenter(switch (look.getValue()) {
            case DESKTOP -> paper(mail, PAPER);
            case PHONE -> paper(mail, PHONE);
            case TEXT -> text(mail.text());
            case SOURCE -> text(new String(mail.source(), StandardCharsets.UTF_8));
        });
    }

    /** A mail of 600, as most are, fits the paper: a mail program on a narrow screen makes it smaller too. */
    private Node paper(CaughtMail mail, double width) {
        var paper = new MailPaper().wide(width).zoomed(width / WHOLE_MAIL).following(url -> model.follow(mail, url));
        model.shown(mail, html -> paper.show(html, mail.text()));
        return paper;
    }

    private Node text(String content) {
        var area = new TextArea(content);
        area.setEditable(false);
        area.setWrapText(look.getValue() == Look.TEXT);
        var pane = new StackPane(area);
        pane.setPadding(new Insets(8, 16, 16, 16));
        return pane;
    }
}

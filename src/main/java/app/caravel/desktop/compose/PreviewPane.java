package app.caravel.desktop.compose;

import java.util.List;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

import app.caravel.desktop.kit.Buttons;
import app.caravel.desktop.kit.EmptyFace;
import app.caravel.desktop.kit.Icons;
import app.caravel.desktop.kit.MailPaper;
import app.caravel.desktop.kit.Segmented;
import app.caravel.desktop.kit.Space;
import app.caravel.desktop.kit.Ui;
import app.caravel.desktop.kit.Words;

/** The mail as a recipient gets it: on a desktop, on a phone, or as plain text; his neighbours by the arrows, others by a search. */
final class PreviewPane extends BorderPane {

    private enum Look { DESKTOP, PHONE, TEXT, SOURCE }

    private static final double PHONE = 360;

    private final ComposeViewModel model;
    private final Ui ui;
    private final MailPaper paper = new MailPaper().zoomed(0.8);
    private final TextArea text = new TextArea();
    private final Segmented<Look> look;
    private final ToggleButton dark;
    private final ToggleButton blocked;
    private final javafx.scene.control.Label who = Words.han(Words.strong(""));
    private final javafx.scene.control.Label subject = Words.han(Words.muted(""));
    private final ChangeListener<@Nullable Shown> listener = (_, _, _) -> show();

    PreviewPane(ComposeViewModel model, Ui ui) {
        this.model = model;
        this.ui = ui;
        getStyleClass().addAll("canvas", "plain");
        setMinSize(0, 0);
        text.setEditable(false);
        text.setWrapText(true);
        look = new Segmented<>(List.of(Look.values()), Look.DESKTOP, each -> ui.text((each == Look.SOURCE ? "compose.look-" : "sandbox.look-") + each.name().toLowerCase(java.util.Locale.ROOT)));
        look.valueProperty().addListener((_, _, _) -> show());
        dark = toggle("compose.look-dark", Feather.MOON);
        blocked = toggle("compose.look-blocked", Feather.EYE_OFF);
        var search = new TextField();
        search.setPromptText(ui.text("compose.show-as"));
        search.setOnAction(_ -> model.find(search.getText()));
        who.setMinWidth(0);
        subject.setMinWidth(0);
        var head = Space.column(8,
                Space.row(8, look, dark, blocked),
                Space.row(8, Buttons.flatIcon(ui.text("campaigns.previous"), Feather.CHEVRON_LEFT, () -> model.leaf(-1), "small"), who,
                        Buttons.flatIcon(ui.text("campaigns.next"), Feather.CHEVRON_RIGHT, () -> model.leaf(1), "small"), Space.rest(), Space.width(search, 144)),
                subject);
        head.getStyleClass().add("panel-head");
        ComposeView.padded(head);
        setTop(head);
        model.shown().addListener(new WeakChangeListener<>(listener));
        show();
    }

    private ToggleButton toggle(String key, Feather icon) {
        var toggle = new ToggleButton("", Icons.of(icon));
        toggle.getStyleClass().addAll("button-icon", "flat");
        toggle.setTooltip(new Tooltip(ui.text(key)));
        toggle.setAccessibleText(ui.text(key));
        toggle.selectedProperty().addListener((_, _, _) -> show());
        return toggle;
    }

    /** As a program shows it that darkens mails, or blocks their pictures. */
    private String drawn(String html) {
        var shown = blocked.isSelected() ? ReadersLook.withoutPictures(html) : html;
        return dark.isSelected() && !shown.isBlank() ? ReadersLook.dark(shown) : shown;
    }

    private void show() {
        var now = model.shown().get();
        if (now == null || now.mail().html().isBlank() && now.mail().text().isBlank()) {
            who.setText("");
            subject.setText("");
            setCenter(new EmptyFace(Feather.EYE, ui.text("compose.nothing"), ui.text("compose.nothing-help"), null));
            return;
        }
        var contact = now.contact();
        who.setText(contact == null ? ui.text("compose.nobody") : ui.text("compose.shown-as", "name", contact.shownName(), "at", now.at() + 1, "of", now.of()));
        subject.setText(now.mail().subject().isBlank() ? ui.text("campaigns.no-subject") : now.mail().subject());
        boolean drawn = look.getValue() == Look.DESKTOP || look.getValue() == Look.PHONE;
        dark.setDisable(!drawn);
        blocked.setDisable(!drawn);
        text.getStyleClass().remove("source");
        if (!drawn) {
            if (look.getValue() == Look.TEXT) {
                text.setText(now.mail().text());
            } else {
                text.getStyleClass().add("source");
                model.raw(text::setText);
            }
            setCenter(ComposeView.padded(new StackPane(text)));
            return;
        }
        paper.show(drawn(now.mail().html()), now.mail().text());
        paper.setMaxWidth(look.getValue() == Look.PHONE ? PHONE : Double.MAX_VALUE);
        setCenter(new StackPane(paper));
    }
}

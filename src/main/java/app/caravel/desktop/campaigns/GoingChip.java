package app.caravel.desktop.campaigns;

import java.util.Locale;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;

import org.kordamp.ikonli.feather.Feather;

import app.caravel.campaign.SendingDays.Mails;
import app.caravel.desktop.campaigns.CalendarViewModel.Kind;
import app.caravel.desktop.kit.Icons;
import app.caravel.desktop.kit.Space;
import app.caravel.desktop.kit.Ui;
import app.caravel.desktop.kit.Words;

/** A campaign on a day: its name and how many mails. Pressed, it opens. */
final class GoingChip extends Button {

    GoingChip(Mails mails, Ui ui, Runnable open) {
        getStyleClass().setAll("button", "going-chip", styleOf(CalendarViewModel.kind(mails)));
        var name = Space.grow(Words.of(mails.name(), "going-name"));
        name.setMinWidth(0);
        var number = Words.of(ui.formats().number(mails.sent() + mails.planned()), "going-number");
        number.setMinWidth(Region.USE_PREF_SIZE);
        var row = Space.row(6, Icons.of(icon(mails)), name, number);
        row.setMinWidth(0);
        row.maxWidthProperty().bind(widthProperty().subtract(12));
        row.prefWidthProperty().bind(widthProperty().subtract(12));
        setGraphic(row);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setMinWidth(0);
        setPrefWidth(40);
        setMaxWidth(Double.MAX_VALUE);
        setFocusTraversable(false);
        setAccessibleText(said(mails, ui));
        setTooltip(new Tooltip(said(mails, ui)));
        setOnAction(_ -> open.run());
    }

    static Feather icon(Mails mails) {
        return switch (CalendarViewModel.kind(mails)) {
            case SENT -> Feather.CHECK;
            case SENDING -> Feather.SEND;
            case SCHEDULED -> Feather.CLOCK;
        };
    }

    static String styleOf(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    /** Autumn offer: 120 mails sent. */
    static String said(Mails mails, Ui ui) {
        return mails.planned() == 0 ? ui.text("calendar.mails.sent", "name", mails.name(), "n", mails.sent())
                : mails.sent() == 0 ? ui.text("calendar.mails.planned", "name", mails.name(), "n", mails.planned())
                : ui.text("calendar.mails.both", "name", mails.name(), "sent", mails.sent(), "planned", mails.planned());
    }
}

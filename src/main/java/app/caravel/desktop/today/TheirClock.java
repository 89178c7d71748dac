package app.caravel.desktop.today;

import java.time.Duration;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import app.caravel.calendar.OfficeHours;
import app.caravel.calendar.TheirZone;
import app.caravel.desktop.kit.Space;
import app.caravel.desktop.kit.Ui;
import app.caravel.desktop.kit.Words;

/** The hour where somebody is, and how his office stands. */
final class TheirClock extends VBox {

    static final double WIDTH = 150;

    TheirClock(Ui ui, Day.Caller caller) {
        this(ui, caller.zone(), caller.office(), caller.person().city(), caller.person().country());
    }

    TheirClock(Ui ui, @Nullable TheirZone zone, @Nullable OfficeHours office, @Nullable String city, @Nullable String country) {
        super(4);
        Space.width(this, WIDTH);
        if (zone == null || office == null) {
            getChildren().add(Words.help(ui.text("today.clock.unknown")));
            return;
        }
        var place = city == null || city.isBlank() ? ui.formats().country(String.valueOf(country)) : city;
        var hour = Words.body(ui.text(zone.sure() ? "today.clock" : "today.clock.about", "time", ui.formats().time(ui.clock().instant(), zone.zone()), "place", place));
        hour.setTooltip(new Tooltip(ui.formats().full(ui.clock().instant(), zone.zone(), place)));
        var dot = Space.styled(new Region(), "state-dot", office.isOpen() ? "fill-person" : "fill-machine");
        getChildren().addAll(hour, Space.row(6, dot, Words.small(words(ui, office))));
    }

    private static String words(Ui ui, OfficeHours office) {
        var left = ui.formats().duration(Duration.ofMinutes(Math.max(1, office.until().toMinutes())));
        return switch (office.state()) {
            case JUST_OPENED -> ui.text("today.office.just-opened");
            case OPEN -> ui.text("today.office.open", "time", "%02d:%02d".formatted(office.at().getHour(), office.at().getMinute()));
            case CLOSES_SOON -> ui.text("today.office.closes", "left", left);
            case CLOSED -> ui.text("today.office.opens", "left", left);
        };
    }
}

package app.caravel.desktop.kit;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

import app.caravel.reason.Reason;
import app.caravel.texts.Formats;
import app.caravel.texts.Texts;

/** What a view needs of the window: words, formats, ways to other screens, background work, toasts, the details panel. */
public final class Ui {

    private final Navigator navigator;
    private final Details details;
    private final Toasts toasts;
    private final Dialogs dialogs;
    private final Desk desk;
    private final Background background;
    private final Theme theme;
    private final Clock clock;
    private final ZoneId zone;

    public Ui(Navigator navigator, Details details, Toasts toasts, Dialogs dialogs, Desk desk, Background background, Theme theme, Clock clock,
            ZoneId zone) {
        this.navigator = navigator;
        this.details = details;
        this.toasts = toasts;
        this.dialogs = dialogs;
        this.desk = desk;
        this.background = background;
        this.theme = theme;
        this.clock = clock;
        this.zone = zone;
    }

    /** The words of now; not to be kept over a switch of language. */
    public Texts texts() {
        return Texts.in(theme.language());
    }

    /** A text of now. */
    public String text(String key, Object... namesAndValues) {
        return texts().get(key, namesAndValues);
    }

    public String text(Reason reason) {
        return texts().get(reason);
    }

    /** Numbers and times as the window's language writes them. */
    public Formats formats() {
        return new Formats(texts(), clock, zone);
    }

    public Navigator navigator() {
        return navigator;
    }

    public void go(Place place) {
        navigator.go(place);
    }

    public Details details() {
        return details;
    }

    public Toasts toasts() {
        return toasts;
    }

    public Dialogs dialogs() {
        return dialogs;
    }

    /** The other workspace and the system. */
    public Desk desk() {
        return desk;
    }

    public Background background() {
        return background;
    }

    public Theme theme() {
        return theme;
    }

    /** When yesterday began where the person sits: what "since yesterday" means on every screen. */
    public Instant sinceYesterday() {
        return LocalDate.ofInstant(clock.instant(), zone).minusDays(1).atStartOfDay(zone).toInstant();
    }

    public Clock clock() {
        return clock;
    }

    public ZoneId zone() {
        return zone;
    }
}

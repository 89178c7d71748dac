package app.caravel.desktop.shell;

import java.time.Duration;
import java.util.List;

import org.kordamp.ikonli.feather.Feather;

import app.caravel.desktop.kit.Place;
import app.caravel.desktop.kit.Toasts;
import app.caravel.desktop.kit.Ui;
import app.caravel.evidence.Belief;
import app.caravel.evidence.EvidenceListener;
import app.caravel.evidence.ViewedEvent;
import app.caravel.protocol.RawEvent;

/** Says by name who has just opened a mail: people alone, and only what is fresh. */
public final class ViewToasts implements EvidenceListener {

    private static final Duration FRESH = Duration.ofMinutes(5);
    private static final int AT_MOST = 2;

    private final Ui ui;

    public ViewToasts(Ui ui) {
        this.ui = ui;
    }

    @Override
    public void arrived(List<ViewedEvent> events) {
        var since = ui.clock().instant().minus(FRESH);
        events.stream()
                .filter(event -> event.kind() == RawEvent.Kind.OPEN && event.at().isAfter(since))
                .filter(event -> event.verdict().belief() == Belief.PERSON || event.verdict().belief() == Belief.LIKELY)
                .limit(AT_MOST)
                .forEach(event -> ui.background().onScreen(() -> tell(event)));
    }

    private void tell(ViewedEvent event) {
        var company = event.company();
        var title = company == null || company.isBlank()
                ? ui.text("shell.reads", "name", event.shownName())
                : ui.text("shell.reads-at", "name", event.shownName(), "company", company);
        ui.toasts().show(new Toasts.Toast(Toasts.Meaning.GOOD, Feather.EYE, title, event.campaign(),
                List.of(new Toasts.Link(ui.text("shell.reads-open"), () -> ui.go(Place.person(event.contactId()))))));
    }
}

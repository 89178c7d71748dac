package app.caravel.desktop.sandbox;

import app.caravel.desktop.kit.Timeline;
import app.caravel.desktop.kit.Ui;
import app.caravel.evidence.Belief;
import app.caravel.evidence.ViewedEvent;

/** One event as a line of the mail's story. */
final class StoryEntry {

    private StoryEntry() {}

    static Timeline.Entry of(ViewedEvent event, Ui ui) {
        var belief = event.verdict().belief();
        boolean machine = belief == Belief.MACHINE || belief == Belief.PROXY;
        var what = switch (event.kind()) {
            case OPEN -> ui.text(machine ? "sandbox.machine-opened" : "sandbox.opened");
            case CLICK -> ui.text(machine ? "sandbox.machine-clicked" : "sandbox.clicked", "link", says(event));
            case UNSUBSCRIBE_PAGE -> ui.text("sandbox.unsubscribe-page");
            case UNSUBSCRIBE -> ui.text("sandbox.unsubscribed");
        };
        var why = event.verdict().reasons().isEmpty() ? event.program() : ui.text(event.verdict().reasons().getFirst());
        return new Timeline.Entry(ui.formats().timeline(event.at()), ui.formats().full(event.at()), fill(belief), what, why.isBlank() ? null : why);
    }

    private static String says(ViewedEvent event) {
        var text = event.linkText();
        return text == null || text.isBlank() ? String.valueOf(event.url()) : text;
    }

    private static String fill(Belief belief) {
        return switch (belief) {
            case PERSON -> "fill-person";
            case LIKELY -> "fill-likely";
            case PROXY -> "fill-proxy";
            case MACHINE -> "fill-machine";
            case PENDING -> "fill-plain";
        };
    }
}

package app.caravel.desktop.shell;

import java.util.List;
import java.util.Objects;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;

import app.caravel.desktop.kit.Background;
import app.caravel.desktop.kit.Place;
import app.caravel.sandbox.FirstSteps;
import app.caravel.sandbox.Sandbox;

/** The steps to the first report, where each leads, and what the strip offers after it. */
final class FirstStepsModel {

    /** The four steps, in their order. */
    enum Step { LIST, CAMPAIGN, SEND, READ }

    /** A step as it is shown. */
    record Shown(Step step, boolean done, boolean next) {}

    private final ReadOnlyObjectWrapper<FirstSteps.@Nullable Now> now = new ReadOnlyObjectWrapper<>();
    private final FirstSteps steps;
    private final Background background;
    private final Runnable opened = this::refresh;

    FirstStepsModel(Sandbox sandbox, Background background) {
        this.steps = sandbox.firstSteps();
        this.background = background;
        steps.listen(opened);
    }

    /** How far it is; null while that is not known. */
    ReadOnlyObjectProperty<FirstSteps.@Nullable Now> now() {
        return now.getReadOnlyProperty();
    }

    /** Reads anew; may be called on any thread. */
    void refresh() {
        background.run(steps::now, read -> {
            if (!Objects.equals(read, now.get())) {
                now.set(read);
            }
        }, _ -> { });
    }

    void end() {
        steps.forget(opened);
    }

    /** The steps while they are of use: until the first report was opened. */
    List<Shown> steps() {
        var read = now.get();
        if (read == null || read.reportOpened()) {
            return List.of();
        }
        var shown = new java.util.ArrayList<Shown>();
        boolean before = true;
        for (var step : Step.values()) {
            boolean done = isDone(step, read);
            shown.add(new Shown(step, done, before && !done));
            before = before && done;
        }
        return shown;
    }

    private static boolean isDone(Step step, FirstSteps.Now read) {
        return switch (step) {
            case LIST -> read.list();
            case CAMPAIGN -> read.chosen();
            case SEND -> read.sent();
            case READ -> read.read();
        };
    }

    /** Where a step leads: to what is to be done, and once it is done to what came of it. */
    Place placeOf(Step step) {
        var read = now.get();
        var ready = read == null ? null : read.ready();
        boolean list = read != null && read.list();
        return switch (step) {
            case LIST -> list ? Place.CONTACTS : Place.IMPORT;
            case CAMPAIGN -> ready == null ? Place.CAMPAIGNS : Place.campaignStep(ready, "content");
            case SEND -> ready == null || read.sent() ? Place.CAMPAIGNS : Place.campaignStep(ready, "send");
            case READ -> Place.SANDBOX_INBOX;
        };
    }

    /** The first report, as soon as there is something in it to read. */
    @Nullable Place report() {
        var read = now.get();
        return read == null || !read.read() || read.reportOpened() || read.report() == null ? null : Place.campaign(read.report());
    }

    /** Whether the strip offers to take the person's own list over: after the first report, until it was done. */
    boolean offersTakeOver() {
        var read = now.get();
        return read != null && read.reportOpened() && read.toTakeOver();
    }
}

package app.caravel.desktop.compose;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;

import app.caravel.campaign.Campaign;
import app.caravel.desktop.kit.Background;
import app.caravel.reason.Reason;
import app.caravel.workspace.Workspace;

/**
 * The mail as one recipient would get it, made anew at each breath of the typing. What was begun earlier and arrives later is
 * not shown over what is newer.
 */
final class LiveLook {

    private final ReadOnlyObjectWrapper<@Nullable Reason> wrong = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Shown> shown = new ReadOnlyObjectWrapper<>();
    private final Background background;
    private final Preview preview;
    private final AtomicLong newest = new AtomicLong();
    private long latest;
    private DraftKeeping.@Nullable Written lookedAt;
    private int at;

    /** @param shown null where something newer is being made */
    private record Seen(@Nullable Reason mistake, @Nullable Shown shown) {}

    LiveLook(Workspace workspace, Background background) {
        this.background = background;
        this.preview = new Preview(workspace);
    }

    /** Why the mail cannot be put together now; what is shown stays at its last good state. */
    ReadOnlyObjectProperty<@Nullable Reason> wrong() {
        return wrong.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<@Nullable Shown> shown() {
        return shown.getReadOnlyProperty();
    }

    /** The place of the recipient who is shown. */
    int at() {
        return at;
    }

    /** Whether it is just this that is shown, or will be. */
    boolean isAt(DraftKeeping.Written written) {
        return written.equals(lookedAt);
    }

    /** @param made puts the mail together, off the JavaFX thread */
    void look(DraftKeeping.Written written, int place, Callable<DraftKeeping.Done> made) {
        at = place;
        lookedAt = written;
        long number = newest.incrementAndGet();
        background.run(() -> {
            if (number < newest.get()) {
                return new Seen(null, null);
            }
            var done = made.call();
            return new Seen(done.mistake(), preview.of(done.campaign(), written.language(), place));
        }, seen -> {
            if (seen.shown() != null && isNews(number)) {
                wrong.set(seen.mistake());
                shown.set(seen.shown());
            }
        }, reason -> {
            if (isNews(number)) {
                wrong.set(reason);
            }
        });
    }

    private boolean isNews(long number) {
        boolean news = number > latest;
        latest = Math.max(number, latest);
        return news;
    }

    /** Hands on the first recipient whose name, company or address holds the words. */
    void find(Campaign campaign, String words, Consumer<Optional<Preview.Found>> then) {
        background.run(() -> preview.find(campaign, words), then);
    }

    void fail(Reason reason) {
        wrong.set(reason);
    }

    /** Shows nothing; what is still being made is not shown. */
    void clear() {
        latest = newest.incrementAndGet();
        lookedAt = null;
        at = 0;
        wrong.set(null);
        shown.set(null);
    }
}

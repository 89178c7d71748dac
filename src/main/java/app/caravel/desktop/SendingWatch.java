package app.caravel.desktop;

import java.util.function.BooleanSupplier;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.util.Duration;

import app.caravel.desktop.kit.Background;
import app.caravel.workspace.Workspace;

/** Looks every few seconds whether mails leave: keeps the computer awake meanwhile, and says when all is through behind a closed window. */
final class SendingWatch {

    private static final Duration EVERY = Duration.seconds(3);

    private final Workspace workspace;
    private final Background background;
    private final BooleanSupplier unseen;
    private final Runnable through;
    private final Awake awake = new Awake();
    private final Timeline beats = new Timeline(new KeyFrame(EVERY, _ -> look()));

    /** @param unseen whether the window is closed while sending goes on */
    SendingWatch(Workspace workspace, Background background, BooleanSupplier unseen, Runnable through) {
        this.workspace = workspace;
        this.background = background;
        this.unseen = unseen;
        this.through = through;
        beats.setCycleCount(Timeline.INDEFINITE);
        beats.play();
    }

    private void look() {
        background.run(() -> {
            boolean sending = workspace.runs().isSending();
            awake.keep(sending);
            return sending;
        }, sending -> {
            if (!sending && unseen.getAsBoolean()) {
                through.run();
            }
        });
    }

    void stop() {
        beats.stop();
        background.run(() -> awake.keep(false), () -> {});
    }
}

package app.caravel.desktop.compose;

import javafx.animation.PauseTransition;
import javafx.util.Duration;

/** What is typed is shown at the next breath, and kept when the typing rests: the disk is not asked at every letter. */
final class TypingPauses {

    static final Duration BREATH = Duration.millis(60);
    private static final Duration REST = Duration.millis(450);
    /** Who types without a rest loses no more than this. */
    private static final Duration LONGEST = Duration.seconds(3);

    private final PauseTransition breath = new PauseTransition(BREATH);
    private final PauseTransition rest = new PauseTransition(REST);
    private final PauseTransition longest = new PauseTransition(LONGEST);

    TypingPauses(ComposeViewModel model) {
        breath.setOnFinished(_ -> model.look());
        rest.setOnFinished(_ -> {
            longest.stop();
            model.keep();
        });
        longest.setOnFinished(_ -> model.keep());
    }

    void typed() {
        breath.playFromStart();
        rest.playFromStart();
        longest.play();
    }
}

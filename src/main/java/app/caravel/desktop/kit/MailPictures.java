package app.caravel.desktop.kit;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.concurrent.Worker;
import javafx.geometry.Rectangle2D;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.Image;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;
import javafx.scene.transform.Scale;
import javafx.scene.web.WebView;
import javafx.util.Duration;

import org.jspecify.annotations.Nullable;

/**
 * Draws the heads of mails as small pictures, one after another, in a page of which nearly nothing is seen. It has to be
 * in a window that shows: pages elsewhere are never painted. Runs no script.
 */
public final class MailPictures extends Pane {

    /** A mail's width, and as much of its height as a picture of 240x152 shows. */
    private static final double WIDTH = 632;
    private static final double HEIGHT = 400;
    /** Twice 240 wide: sharp on fine screens. */
    private static final double SCALE = 480 / WIDTH;
    private static final Duration PAINTED = Duration.millis(100);
    private static final int TRIES = 12;

    private static final int REMEMBERED = 64;

    /** Drawn once while the program runs; the HTML itself is the key. Only the JavaFX thread looks here. */
    private static final Map<String, Image> DRAWN = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Image> eldest) {
            return size() > REMEMBERED;
        }
    };

    private record Wanted(String html, Consumer<Image> then) {}

    private WebView web = new WebView();
    private final Deque<Wanted> waiting = new ArrayDeque<>();
    private @Nullable Wanted now;
    private int tries;
    private boolean settled;

    public MailPictures() {
        setManaged(false);
        setMouseTransparent(true);
        setFocusTraversable(false);
        // one faint pixel of it is seen: what lies outside of the window or shows nothing is not painted for long
        setClip(new Rectangle(1, 1));
        setOpacity(0.02);
    }

    /** A page of its own for each mail: one that is used again still shows the last mail for a while. */
    private void load(String html) {
        web = new WebView();
        web.getEngine().setJavaScriptEnabled(false);
        web.setFocusTraversable(false);
        web.setPrefSize(WIDTH, HEIGHT);
        web.resizeRelocate(0, 0, WIDTH, HEIGHT);
        getChildren().setAll(web);
        web.getEngine().getLoadWorker().stateProperty().addListener((_, _, state) -> {
            if (now != null && state == Worker.State.SUCCEEDED) {
                tries = 0;
                settled = false;
                soon();
            } else if (now != null && state == Worker.State.FAILED) {
                next();
            }
        });
        web.getEngine().loadContent(html);
    }

    /** Hands the picture on when it is drawn; nothing comes of a mail that cannot be. */
    public void draw(String html, Consumer<Image> then) {
        var drawn = DRAWN.get(html);
        if (drawn != null) {
            then.accept(drawn);
            return;
        }
        waiting.add(new Wanted(html, then));
        if (now == null) {
            next();
        }
    }

    /** Forgets what waits. */
    public void stop() {
        waiting.clear();
    }

    private void next() {
        now = waiting.poll();
        if (now != null) {
            load(now.html());
        } else {
            getChildren().clear();
        }
    }

    private void soon() {
        var pause = new PauseTransition(PAINTED);
        pause.setOnFinished(_ -> take());
        pause.play();
    }

    private void take() {
        var wanted = now;
        if (wanted == null) {
            return;
        }
        var how = new SnapshotParameters();
        how.setTransform(new Scale(SCALE, SCALE));
        how.setViewport(new Rectangle2D(0, 0, Math.round(WIDTH * SCALE), Math.round(HEIGHT * SCALE)));
        var picture = web.snapshot(how, null);
        boolean waits = isBlank(picture) || !settled;
        settled = !isBlank(picture); // a mail's own pictures come a moment after its words
        if (waits && ++tries < TRIES) {
            soon();
            return;
        }
        if (!isBlank(picture)) { // else the window has gone, or there is nothing in the mail
            DRAWN.put(wanted.html(), picture);
            wanted.then().accept(picture);
        }
        next();
    }

    /** One colour all over: the page is not painted yet. */
    private static boolean isBlank(Image picture) {
        var reader = picture.getPixelReader();
        int first = reader.getArgb(0, 0);
        for (int y = 0; y < picture.getHeight(); y += 2) {
            for (int x = 0; x < picture.getWidth(); x += 2) {
                if (reader.getArgb(x, y) != first) {
                    return false;
                }
            }
        }
        return true;
    }
}

package app.caravel.desktop.kit;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import javafx.stage.Window;

import org.jspecify.annotations.Nullable;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;

/**
 * Looks at the window and presses what a person would. The one place that knows TestFX: a stage at (0,0) of at most
 * 1280x720, as the headless screen allows.
 */
public final class Robot {

    private static final AtomicBoolean STARTED = new AtomicBoolean();
    /** More than a slow machine needs: a test that passes never waits for it. */
    private static final long PATIENCE_SECONDS = 30;
    private static final long LOOK_AGAIN_MILLIS = 10;
    private static final int TRIES = 5;
    private static final int TABS = 120;
    private static final int LOOKS = 30;
    private static final KeyCode SHORTCUT = System.getProperty("os.name").startsWith("Mac") ? KeyCode.COMMAND : KeyCode.CONTROL;
    /** After a press: what it changed is laid out, and what that changed. */
    private static final int PULSES = 2;

    private final FxRobot robot = new FxRobot();
    private final javafx.scene.robot.Robot hands = onScreen(javafx.scene.robot.Robot::new);
    private final Stage stage;

    private Robot(Stage stage) {
        this.stage = stage;
    }

    /** Starts the toolkit once, without a window. */
    public static void startToolkit() {
        if (STARTED.compareAndSet(false, true)) {
            try {
                FxToolkit.registerPrimaryStage();
            } catch (TimeoutException e) {
                throw new IllegalStateException("no toolkit", e);
            }
            Platform.setImplicitExit(false);
        }
    }

    /** Runs on the JavaFX thread and hands the result back. */
    public static <T> T onScreen(Callable<T> work) {
        startToolkit();
        var result = new CompletableFuture<T>();
        Platform.runLater(() -> {
            try {
                result.complete(work.call());
            } catch (Exception | AssertionError e) {
                result.completeExceptionally(e);
            }
        });
        return await(result);
    }

    private static <T> T await(CompletableFuture<T> result) {
        try {
            return result.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new IllegalStateException(e.getCause() == null ? e : e.getCause());
        }
    }

    /** Shows a window of 1280x720. */
    public static Robot show(Function<Stage, Scene> window) {
        return new Robot(onScreen(() -> {
            closeAllBut(null);
            var stage = new Stage();
            stage.setScene(window.apply(stage));
            stage.setX(0);
            stage.setY(0);
            stage.setWidth(1280);
            stage.setHeight(720);
            stage.show();
            return stage;
        })).atRest();
    }

    /** A window gets the focus, and its first layout, only after it was shown. */
    private Robot atRest() {
        focus();
        settle();
        return this;
    }

    /** The headless platform takes the focus from no window: keys and clicks would go to one that another test left open. */
    private static void closeAllBut(@Nullable Stage mine) {
        for (var window : List.copyOf(Window.getWindows())) {
            if (window instanceof Stage && window != mine) {
                System.err.println("a test left a window open: " + (window.getScene() == null ? window : window.getScene().getRoot()));
                window.hide();
            }
        }
    }

    /** Works in a window that somebody else shows. */
    public static Robot in(Stage stage) {
        return new Robot(stage);
    }

    /** Shows this root in a dressed scene. */
    public static Robot show(Theme theme, Callable<Parent> root) {
        return show(_ -> {
            try {
                return Snapshots.scene(root.call(), 1280, 720, theme);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }

    public void close() {
        onScreen(() -> {
            // what a late listener still holds is then no window full of pixels
            stage.getScene().setRoot(new javafx.scene.layout.Pane());
            stage.close();
            stage.setScene(null);
            return true;
        });
    }

    public Scene scene() {
        return stage.getScene();
    }

    /** Presses the button, link, chip or row that shows this text. */
    public Robot press(String text) {
        return press(() -> find(text), "shows “" + text + "”");
    }

    /** A view may be built anew between the look and the press: what was found is then gone, and is looked for again. */
    private Robot press(Supplier<@Nullable Node> look, String what) {
        for (int attempt = 1; ; attempt++) {
            waitFor(() -> look.get() != null, what);
            try {
                click(look.get());
                return this;
            } catch (RuntimeException e) {
                if (attempt == TRIES) {
                    throw e;
                }
                settle();
            }
        }
    }

    private void click(@Nullable Node node) {
        pointAt(node);
        onScreen(() -> {
            hands.mousePress(MouseButton.PRIMARY);
            return true;
        });
        onScreen(() -> {
            hands.mouseRelease(MouseButton.PRIMARY);
            return true;
        });
        settle();
        if (node instanceof TextInputControl && !onScreen(node::isFocused)) {
            throw new IllegalStateException("did not get the focus");
        }
    }

    /** Moves the mouse there, once it has come to rest and nothing lies over it: what slides in is not hit where it was. */
    private void pointAt(@Nullable Node node) {
        var before = Optional.<Bounds>empty();
        for (int look = 0; look < LOOKS; look++) {
            settle();
            var now = onScreen(() -> {
                closeAllBut(stage);
                return Optional.ofNullable(node).filter(Robot::visible).map(each -> each.localToScreen(each.getBoundsInLocal()));
            });
            if (now.isPresent() && now.equals(before)) {
                var at = now.get();
                boolean hit = onScreen(() -> {
                    hands.mouseMove(at.getCenterX(), at.getCenterY());
                    return node != null && (node.isHover() || node.getParent() != null && node.getParent().isHover());
                });
                if (hit) {
                    return;
                }
            }
            before = now;
        }
        if (before.isEmpty()) {
            throw new IllegalStateException("is gone");
        }
    }

    /** Waits until what was done has been worked off and laid out. */
    private static void settle() {
        var done = new CompletableFuture<Boolean>();
        Platform.runLater(new AnimationTimer() {
            private int pulses;

            @Override
            public void handle(long now) {
                if (++pulses == PULSES) {
                    stop();
                    done.complete(true);
                }
            }
        }::start);
        await(done);
        onScreen(() -> true);
    }

    /** Presses what a CSS query finds. */
    public Robot pressOn(String query) {
        return press(() -> robot.lookup(query).tryQuery().orElse(null), "has " + query);
    }

    /** Drags what shows this text to a point of the window. */
    public Robot drag(String text, double x, double y) {
        waitFor(() -> find(text) != null, "shows “" + text + "”");
        robot.drag(find(text), MouseButton.PRIMARY).moveTo(x - 8, y - 8).moveTo(x, y).drop();
        settle();
        return this;
    }

    /** Holds the keys down one after the other and lets them go, the last first. */
    public Robot type(KeyCode... named) {
        settle();
        focus();
        var keys = Stream.of(named).map(key -> key == KeyCode.SHORTCUT ? SHORTCUT : key).toList();
        for (var key : keys) {
            onScreen(() -> {
                hands.keyPress(key);
                return true;
            });
        }
        for (var key : keys.reversed()) {
            onScreen(() -> {
                hands.keyRelease(key);
                return true;
            });
        }
        settle();
        return this;
    }

    /** Keys go to the window that has the focus; there may be none that has it. */
    private void focus() {
        onScreen(() -> {
            closeAllBut(stage);
            if (!stage.isFocused()) {
                stage.requestFocus();
            }
            return true;
        });
    }

    /** Goes with the Tab key to what shows this text, and presses it with the space bar, as one does who has no mouse. */
    public Robot pressByKeys(String text) {
        waitForText(text);
        return reach(node -> node instanceof Labeled labeled && says(labeled, text), "reaches “" + text + "”").type(KeyCode.SPACE);
    }

    /** Itself or in its graphic. */
    private static boolean says(Labeled button, String text) {
        return text.equals(button.getText()) || button.getGraphic() != null && button.getGraphic().lookupAll(".label").stream().anyMatch(node -> node instanceof Labeled label && text.equals(label.getText()));
    }

    /** Goes on with the Tab key until the focus is at what fits. */
    public Robot reach(java.util.function.Predicate<Node> fits, String what) {
        for (int tabs = 0; tabs < TABS; tabs++) {
            var focused = onScreen(() -> java.util.Optional.ofNullable(scene().getFocusOwner()));
            if (focused.isPresent() && fits.test(focused.get())) {
                return this;
            }
            type(KeyCode.TAB);
        }
        throw new AssertionError("after " + TABS + " times Tab: the focus never " + what);
    }

    /** Types the text where the focus is. */
    public Robot write(String text) {
        settle();
        focus();
        text.codePoints().forEach(each -> onScreen(() -> {
            var key = each == '\n' ? KeyCode.ENTER : KeyCode.UNDEFINED;
            fire(KeyEvent.KEY_PRESSED, KeyEvent.CHAR_UNDEFINED, key);
            fire(KeyEvent.KEY_TYPED, Character.toString(each), KeyCode.UNDEFINED);
            fire(KeyEvent.KEY_RELEASED, KeyEvent.CHAR_UNDEFINED, key);
            return true;
        }));
        settle();
        return this;
    }

    private void fire(EventType<KeyEvent> type, String character, KeyCode key) {
        var scene = stage.getScene();
        var focused = scene.getFocusOwner();
        Event.fireEvent(focused == null ? scene : focused, new KeyEvent(type, character, "", key, false, false, false, false));
    }

    /** Whether the text shows anywhere in the window. */
    public boolean shows(String text) {
        return find(text) != null;
    }

    /** A text that shows in the window and fits; null where there is none. */
    public @Nullable String textThat(java.util.function.Predicate<String> fits) {
        return robot.lookup((Node node) -> node instanceof Labeled labeled && labeled.getText() != null && fits.test(labeled.getText()) && visible(node))
                .<Labeled>tryQuery().map(Labeled::getText).orElse(null);
    }

    public Robot waitForText(String text) {
        try {
            waitFor(() -> shows(text), "shows “" + text + "”");
        } catch (AssertionError e) {
            throw new AssertionError(e.getMessage() + "; it shows " + onScreen(this::texts), e);
        }
        return this;
    }

    /** All that can be read in the window. */
    private List<String> texts() {
        return scene().getRoot().lookupAll("*").stream().filter(Robot::visible)
                .map(node -> node instanceof Labeled labeled ? labeled.getText() : node instanceof TextInputControl input ? "[" + input.getText() + "]" : null)
                .filter(text -> text != null && !text.isBlank()).toList();
    }

    /** Waits for a condition, asked on the JavaFX thread, with a bound. */
    public static void waitFor(BooleanSupplier condition, String what) {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!onScreen(condition::getAsBoolean)) {
            if (System.nanoTime() > until) {
                throw new AssertionError("after " + Duration.ofSeconds(PATIENCE_SECONDS) + ": the window never " + what);
            }
            try {
                Thread.sleep(LOOK_AGAIN_MILLIS);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private @Nullable Node find(String text) {
        return robot.lookup((Node node) -> node instanceof Labeled labeled && text.equals(labeled.getText()) && visible(node)
                || node instanceof javafx.scene.text.Text words && text.equals(words.getText()) && visible(node)).tryQuery().orElse(null);
    }

    private static boolean visible(Node node) {
        for (var each = node; each != null; each = each.getParent()) {
            if (!each.isVisible()) {
                return false;
            }
        }
        return node.getScene() != null && node.getScene().getWindow() != null && node.getScene().getWindow().isShowing();
    }
}

package app.caravel.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import javafx.stage.Window;

import app.caravel.desktop.DesktopFace;
import app.caravel.desktop.shell.Frame;
import app.caravel.workspace.Home;

/**
 * Milliseconds from the start of the process to the first window and to its first screen with all that it shows, and the
 * kilobytes resident then: of Caravel on a home ({@code caravel HOME}), or of a window with one word ({@code empty}).
 * {@code -Dbegan} is the start in epoch milliseconds.
 */
public final class FirstWindow {

    private static long first;
    private static boolean told;

    private FirstWindow() {}

    /** A window with one word. */
    public static final class Empty extends Application {
        @Override
        public void start(Stage stage) {
            stage.setScene(new Scene(new Label("empty"), 1280, 720));
            stage.show();
        }
    }

    public static void main(String[] arguments) {
        Thread.ofPlatform().daemon().start(FirstWindow::watch);
        if (arguments[0].equals("empty")) {
            Application.launch(Empty.class);
        } else {
            DesktopFace.launch(new Home(Path.of(arguments[1])));
        }
    }

    private static void watch() {
        while (true) {
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
            try {
                Platform.runLater(FirstWindow::look);
            } catch (IllegalStateException e) {
                // the toolkit has not started yet
            }
        }
    }

    private static void look() {
        for (var window : Window.getWindows()) {
            if (!told && window.isShowing() && window.getScene() != null && window.getScene().getRoot().getBoundsInLocal().getWidth() > 0) {
                first = first == 0 ? System.currentTimeMillis() : first;
                var root = window.getScene().getRoot();
                if (root instanceof Label || root instanceof Frame frame && frame.ui().background().idle().isDone()) {
                    told = true;
                    window.getScene().addPostLayoutPulseListener(() -> Platform.runLater(FirstWindow::tell));
                    Platform.requestNextPulse();
                }
            }
        }
    }

    private static void tell() {
        try {
            var resident = Files.readAllLines(Path.of("/proc/self/status")).stream().filter(line -> line.startsWith("VmRSS:")).findFirst().orElse("");
            long began = Long.getLong("began", 0);
            System.out.println(first - began + " " + (System.currentTimeMillis() - began) + " " + resident.replaceAll("[^0-9]", ""));
        } catch (IOException e) {
            System.out.println(e);
        }
        Runtime.getRuntime().halt(0);
    }
}

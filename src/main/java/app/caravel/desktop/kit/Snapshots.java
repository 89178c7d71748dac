package app.caravel.desktop.kit;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.util.Duration;
import javax.imageio.ImageIO;

import app.caravel.reason.Problem;
import app.caravel.reason.Reason;

/** Pictures of screens: a scene off any stage, of any size, with or without a display, written as PNG. */
public final class Snapshots {

    private Snapshots() {}

    /** Writes the scene as it is. To be called on the JavaFX thread; the file is written on the caller's. */
    public static BufferedImage of(Scene scene) {
        // the first passes give sizes to cells and charts, which then ask for another
        for (int pass = 0; pass < 3; pass++) {
            scene.getRoot().applyCss();
            scene.getRoot().layout();
        }
        return copy(scene.snapshot(null), BufferedImage.TYPE_INT_RGB);
    }

    /** A scene of this size for pictures. */
    public static Scene scene(Parent root, double width, double height, Theme theme) {
        var scene = new Scene(root, width, height);
        theme.dress(scene);
        return scene;
    }

    /**
     * Waits off the JavaFX thread until nothing is under way in the background and the scene has settled.
     *
     * @throws Problem after half a minute
     */
    public static void settle(Background background) {
        try {
            for (int quiet = 0; quiet < 2; quiet++) {
                background.idle().get(30, TimeUnit.SECONDS);
                var settled = new CompletableFuture<Void>();
                Platform.runLater(() -> {
                    var pause = new PauseTransition(Duration.millis(60));
                    pause.setOnFinished(_ -> settled.complete(null));
                    pause.play();
                });
                settled.get(30, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
            throw new Problem(Reason.of("kit.unexpected"), e);
        }
    }

    /** Writes a picture; folders are made. */
    public static void write(BufferedImage picture, Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            ImageIO.write(picture, "png", file.toFile());
        } catch (IOException e) {
            throw new Problem(Reason.of("store.cannot-write", "file", file.toString()), e);
        }
    }

    /** A picture as PNG. */
    public static byte[] png(Image image) {
        return png(copy(image, BufferedImage.TYPE_INT_RGB));
    }

    /** The same with what shines through it. */
    public static byte[] clearPng(Image image) {
        return png(copy(image, BufferedImage.TYPE_INT_ARGB));
    }

    private static byte[] png(BufferedImage image) {
        var bytes = new java.io.ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static BufferedImage copy(Image image, int type) {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        var pixels = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        var copy = new BufferedImage(width, height, type);
        copy.setRGB(0, 0, width, height, pixels, 0, width);
        return copy;
    }
}

package app.caravel.desktop.compose;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.concurrent.Worker;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.scene.web.WebView;

import netscape.javascript.JSObject;
import org.jspecify.annotations.Nullable;

import app.caravel.content.design.CanvasHtml;
import app.caravel.content.design.Chips;
import app.caravel.content.design.CleanHtml;
import app.caravel.content.design.Design;
import app.caravel.content.design.MergeTag;
import app.caravel.content.design.Spot;
import app.caravel.desktop.kit.Background;
import app.caravel.store.Json;

/**
 * The mail, edited in place. Shows what Java has drawn; the one script that runs is ours, everything in the mail that would
 * run was taken out. Nothing is loaded from the web.
 */
@SuppressWarnings("removal") // JSObject moves to another module of JavaFX's, and stays
final class Canvas extends StackPane {

    private final WebView web = new WebView();
    private final CanvasBridge bridge = new CanvasBridge(this);
    private final DesignEditor editor;
    private final Background background;
    private final Function<Design, CanvasHtml> draw;
    private final Consumer<String> acts;
    private final FrameOver over;
    private final ChangeListener<Number> drawnListener = (_, _, _) -> redraw();
    private final ChangeListener<@Nullable String> chosenListener = (_, _, id) -> showChosen(id);
    private @Nullable JSObject page;
    private boolean drawing;
    private boolean editsNext;
    private boolean telling;
    private @Nullable Sought sought;

    /** Words to be shown. @param values JSON */
    private record Sought(String words, String values) {}

    /** What stands over the canvas at the chosen block. */
    interface FrameOver {
        /** @param bounds of the block in the canvas's own coordinates, null where none is chosen */
        void at(@Nullable Bounds bounds);
    }

    /** @param acts takes the keys and presses that are not typing */
    Canvas(DesignEditor editor, Background background, Function<Design, CanvasHtml> draw, Map<String, String> hints, Consumer<String> acts, FrameOver over) {
        this.editor = editor;
        this.background = background;
        this.draw = draw;
        this.acts = acts;
        this.over = over;
        getStyleClass().addAll("canvas", "plain");
        setMinSize(0, 0);
        web.setMinSize(0, 0);
        web.setId("canvas");
        web.setContextMenuEnabled(false);
        web.setPageFill(Color.TRANSPARENT);
        getChildren().add(web);
        widthProperty().addListener((_, _, width) -> web.setZoom(width.doubleValue() < 720 ? 0.9 : 1));
        web.getEngine().getLoadWorker().stateProperty().addListener((_, _, state) -> {
            if (state == Worker.State.SUCCEEDED && page == null) {
                ((JSObject) web.getEngine().executeScript("window")).setMember("host", bridge);
                page = (JSObject) web.getEngine().executeScript("canvas");
                page.call("words", Json.write(hints));
                redraw();
            }
        });
        web.getEngine().loadContent(shell());
        editor.drawn().addListener(new WeakChangeListener<>(drawnListener));
        editor.chosen().addListener(new WeakChangeListener<>(chosenListener));
    }

    private static String shell() {
        var nonce = UUID.randomUUID().toString();
        return """
                <!doctype html><html><head><meta charset="utf-8">
                <meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src 'nonce-%1$s'">
                <style id="mail-styles"></style><style>%2$s</style></head>
                <body><div id="paper"><div id="mail"></div></div><div id="line"></div><script nonce="%1$s">%3$s</script></body></html>
                """.formatted(nonce, resource("canvas.css"), resource("canvas.js"));
    }

    private static String resource(String name) {
        try (var in = Objects.requireNonNull(Canvas.class.getResourceAsStream(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    // ---- drawing ----

    /** Draws the design anew; what is being written is taken in first. */
    private void redraw() {
        if (page == null || drawing) {
            return;
        }
        drawing = true;
        flush();
        var design = editor.now();
        background.run(() -> draw.apply(design), html -> {
            drawing = false;
            flush();
            if (editor.now().equals(design)) {
                var id = editor.chosen().get();
                boolean edits = editsNext;
                editsNext = false;
                call("show", html.styles(), html.body(), id == null ? "" : id, edits, design.layout() == Design.Layout.LETTER, web.isFocused());
                if (edits) {
                    web.requestFocus();
                }
                showSought();
            } else {
                redraw();
            }
        }, reason -> {
            drawing = false;
            background.tell(reason);
        });
    }

    /** The next drawing begins to write in the chosen block. */
    void editNext() {
        editsNext = true;
    }

    private void showChosen(@Nullable String id) {
        if (!telling && !drawing) {
            call("choose", id == null ? "" : id);
        }
    }

    // ---- what the script tells ----

    void typed(String id, String property, String kind, String value) {
        if (editor.now().find(id).isPresent()) {
            editor.typed(id, property, switch (kind) {
                case "rich" -> written(CleanHtml.paragraphs(Chips.liquid(value)));
                case "line" -> CleanHtml.line(Chips.liquid(value));
                case "cells" -> CanvasCells.rows(value);
                default -> Chips.text(value);
            });
        }
    }

    /** Empty paragraphs alone are nothing written; a single blank is a blank, however the browser keeps it at a line's end. */
    private static String written(String html) {
        return html.replaceAll("<[^>]*>|&nbsp;|\\s", "").isEmpty() ? "" : html.replaceAll("(?<! |&nbsp;)&nbsp;(?! |&nbsp;)", " ");
    }

    void chose(String id) {
        telling = true;
        editor.choose(id.isEmpty() ? null : id);
        telling = false;
    }

    void framed(double left, double top, double width, double height) {
        double zoom = web.getZoom();
        over.at(width <= 0 ? null : new BoundingBox(left * zoom, top * zoom, width * zoom, height * zoom));
    }

    /** Later, so that the script is done with its event before anything is drawn or asked. */
    void asked(String act) {
        Platform.runLater(() -> acts.accept(act));
    }

    void chip(String liquid) {
        MergeTag.parse(liquid).ifPresent(tag -> asked(BlockActs.STAND_IN + tag.field()));
    }

    void hole(String id, int column) {
        Platform.runLater(() -> {
            holeAt = Spot.into(id, column);
            acts.accept("slash");
        });
    }

    private @Nullable Spot holeAt;

    /** The empty column that asked for a block, once. */
    @Nullable Spot takeHole() {
        var spot = holeAt;
        holeAt = null;
        return spot;
    }

    // ---- what is asked of it ----

    private @Nullable Object call(String function, Object... arguments) {
        return page == null ? null : page.call(function, arguments);
    }

    /** Takes in what was typed since the last pause. */
    void flush() {
        call("flush");
    }

    boolean isEditing() {
        return Boolean.TRUE.equals(call("isEditing"));
    }

    /** Whether the caret stands where emphasis and links can be. */
    boolean takesEmphasis() {
        var kind = String.valueOf(call("kind"));
        return kind.equals("rich") || kind.equals("line");
    }

    void edit(String id) {
        web.requestFocus();
        call("edit", id);
    }

    /** Marks words and shows them, as soon as the mail is drawn. @param values what each Liquid tag becomes for their reader */
    void seek(String words, Map<String, String> values) {
        sought = new Sought(words, Json.write(values));
        if (page != null && !drawing) {
            showSought();
        }
    }

    private void showSought() {
        var now = sought;
        sought = null;
        if (now != null) {
            web.requestFocus();
            call("seek", now.words(), now.values());
        }
    }

    /** Puts HTML where the caret stands; false where it stands nowhere. */
    boolean insert(String html) {
        web.requestFocus();
        return Boolean.TRUE.equals(call("insert", html));
    }

    void format(String command, String value) {
        web.requestFocus();
        call("format", command, value);
    }

    /** The address of the link with the caret; empty where there is none. */
    String linkAt() {
        return String.valueOf(call("linkAt"));
    }

    void selectLink() {
        call("selectLink");
    }

    /** Takes out the slash that asked for the menu. */
    void unslash() {
        call("unslash");
    }

    void focus() {
        web.requestFocus();
    }

    /** Shows where a block let go at this point of the scene would go. */
    void hover(double sceneX, double sceneY) {
        var at = web.sceneToLocal(sceneX, sceneY);
        if (web.contains(at)) {
            call("hover", at.getX() / web.getZoom(), at.getY() / web.getZoom());
        } else {
            away();
        }
    }

    void away() {
        call("away");
    }

    /** Where a block let go at this point of the scene goes; null beside the canvas. */
    @Nullable Spot spot(double sceneX, double sceneY) {
        var at = web.sceneToLocal(sceneX, sceneY);
        if (!web.contains(at)) {
            return null;
        }
        var told = String.valueOf(call("spot", at.getX() / web.getZoom(), at.getY() / web.getZoom())).split(" ", 3);
        return told.length < 3 ? null : new Spot(told[2], Spot.Where.valueOf(told[0]), Integer.parseInt(told[1]));
    }

    /** Runs a script of a test's in the page. */
    Object script(String code) {
        return web.getEngine().executeScript(code);
    }
}

package app.caravel.desktop.kit;

import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.concurrent.Worker;
import javafx.scene.layout.StackPane;
import javafx.scene.web.WebView;

import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.events.Event;
import org.w3c.dom.events.EventListener;
import org.w3c.dom.events.EventTarget;

/** A mail as a reader sees it, on white paper in both themes. Runs no script, and its links lead nowhere by themselves. */
public final class MailPaper extends StackPane {

    private final WebView web = new WebView();
    private final StackPane paper = new StackPane(web);
    private final EventListener presses = this::pressed;
    private @Nullable Consumer<String> follow;
    private @Nullable String words;

    public MailPaper() {
        Space.styled(this, "canvas", "plain", "mail-pane");
        web.getEngine().setJavaScriptEnabled(false);
        web.setContextMenuEnabled(false);
        web.setFocusTraversable(false);
        web.setMinSize(0, 0);
        paper.getStyleClass().add("paper");
        paper.setMinSize(0, 0);
        getChildren().add(paper);
        setMinSize(0, 0);
        web.getEngine().getLoadWorker().stateProperty().addListener((_, _, state) -> {
            if (state == Worker.State.SUCCEEDED) {
                hold();
            }
        });
        // forms and what else might lead away
        web.getEngine().locationProperty().addListener((_, _, where) -> {
            if (where != null && !where.isEmpty() && !where.equals("about:blank")) {
                Platform.runLater(() -> web.getEngine().getLoadWorker().cancel());
            }
        });
    }

    /** Takes the presses on links before the page follows them: it must not ask the tracker by itself. */
    private void hold() {
        if (web.getEngine().getDocument() instanceof Document page && page.getDocumentElement() instanceof EventTarget whole) {
            whole.addEventListener("click", presses, true);
            if (words != null) {
                MarkedWords.mark(page, words);
            }
        }
    }

    private void pressed(Event event) {
        for (var at = event.getTarget() instanceof Node node ? node : null; at != null; at = at.getParentNode()) {
            if (at instanceof Element element && element.getTagName().equalsIgnoreCase("a") && element.hasAttribute("href")) {
                event.preventDefault();
                var where = element.getAttribute("href");
                if (follow != null && where.startsWith("http")) {
                    follow.accept(where);
                }
                return;
            }
        }
    }

    public MailPaper zoomed(double zoom) {
        web.setZoom(zoom);
        return this;
    }

    /** At most this wide, in the middle. */
    public MailPaper wide(double width) {
        paper.setMaxWidth(width);
        return this;
    }

    /** Hands on the address of a link that is pressed. */
    public MailPaper following(Consumer<String> address) {
        follow = address;
        return this;
    }

    /** Shows a mail; its plain text where it has no HTML. */
    public void show(String mailHtml, String text) {
        show(mailHtml, text, null);
    }

    /** Shows a mail, and in it the first place of these words. */
    public void show(String mailHtml, String text, @Nullable String wordsToMark) {
        words = wordsToMark;
        var shown = mailHtml.isBlank() ? "<pre style=\"font:14px sans-serif;white-space:pre-wrap;margin:20px\">" + escaped(text) + "</pre>" : mailHtml;
        web.getEngine().loadContent(shown);
    }

    public void clear() {
        web.getEngine().loadContent("");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}

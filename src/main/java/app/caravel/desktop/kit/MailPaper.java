package app.caravel.desktop.kit;

import javafx.scene.layout.StackPane;
import javafx.scene.web.WebView;


/** A mail as a reader sees it, on white paper in both themes. Runs no script, and its links lead nowhere. */
public final class MailPaper extends StackPane {

    private final WebView web = new WebView();

    public MailPaper() {
        Space.styled(this, "canvas", "plain", "mail-pane");
        web.getEngine().setJavaScriptEnabled(false);
        web.setContextMenuEnabled(false);
        web.setFocusTraversable(false);
        web.setMinSize(0, 0);
        var paper = new StackPane(web);
        paper.getStyleClass().add("paper");
        paper.setMinSize(0, 0);
        getChildren().add(paper);
        setMinSize(0, 0);
        web.getEngine().locationProperty().addListener((_, _, where) -> {
            if (where != null && !where.isEmpty() && !where.equals("about:blank")) {
                javafx.application.Platform.runLater(() -> web.getEngine().getLoadWorker().cancel());
            }
        });
    }

    public MailPaper zoomed(double zoom) {
        web.setZoom(zoom);
        return this;
    }

    /** Shows a mail; its plain text where it has no HTML. */
    public void show(String mailHtml, String text) {
        var html = mailHtml.isBlank() ? "<pre style=\"font:14px sans-serif;white-space:pre-wrap;margin:20px\">" + escaped(text) + "</pre>" : mailHtml;
        web.getEngine().loadContent(html);
    }

    public void clear() {
        web.getEngine().loadContent("");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}

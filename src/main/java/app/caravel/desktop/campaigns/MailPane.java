package app.caravel.desktop.campaigns;

import javafx.scene.layout.StackPane;
import javafx.scene.web.WebView;

import app.caravel.content.Rendered;
import app.caravel.desktop.kit.Space;

/** A mail as a reader sees it, on white paper in both themes. Runs no script, and its links lead nowhere. */
final class MailPane extends StackPane {

    private final WebView web = new WebView();

    MailPane() {
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

    MailPane zoomed(double zoom) {
        web.setZoom(zoom);
        return this;
    }

    void show(Rendered mail) {
        var html = mail.html().isBlank() ? "<pre style=\"font:14px sans-serif;white-space:pre-wrap;margin:20px\">" + escaped(mail.text()) + "</pre>" : mail.html();
        web.getEngine().loadContent(html);
    }

    void clear() {
        web.getEngine().loadContent("");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}

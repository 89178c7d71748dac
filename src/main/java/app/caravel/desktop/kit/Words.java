package app.caravel.desktop.kit;

import java.util.regex.Pattern;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;

/** Labels in the ranks of the type scale. What the customer wrote may be Chinese in an English window: {@code strong} minds it. */
public final class Words {

    private static final Pattern HAN = Pattern.compile("[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsHangul}]");

    private Words() {}

    /** The heading of the screen: one each. */
    public static Label title(String text) {
        return han(of(text, "title-2"));
    }

    /** Section, card and person heading. */
    public static Label heading(String text) {
        return han(of(text, "title-4"));
    }

    /** The one thing per row that is read first. */
    public static Label strong(String text) {
        return han(of(text, "strong"));
    }

    public static Label body(String text) {
        return of(text);
    }

    /** Who and when. */
    public static Label muted(String text) {
        return of(text, "muted");
    }

    /** Who and when, on a second line. */
    public static Label small(String text) {
        return of(text, "small", "muted");
    }

    /** Help. */
    public static Label help(String text) {
        return of(text, "small", "subtle");
    }

    public static Label figure(String text) {
        return han(of(text, "figure"));
    }

    /** 11 px: axis, keys, captions. */
    public static Label caption(String text) {
        return of(text, "caption");
    }

    /** Text that may take several lines. */
    public static Label wrapped(Label label) {
        label.setWrapText(true);
        label.setMinHeight(Label.USE_PREF_SIZE);
        return label;
    }

    public static Hyperlink link(String text, Runnable act) {
        var link = new Hyperlink(text);
        link.setMnemonicParsing(false); // an underscore of a name stays
        link.getStyleClass().add("link");
        link.setOnAction(_ -> {
            link.setVisited(false);
            act.run();
        });
        return link;
    }

    /** A label with these style classes. */
    public static Label of(String text, String... styleClasses) {
        var label = new Label(text);
        label.getStyleClass().addAll(styleClasses);
        return label;
    }

    /** Keeps the style class {@code han} in step with the text: semibold families have no Chinese. */
    public static <L extends Label> L han(L label) {
        mark(label, label.getText());
        label.textProperty().addListener((_, _, text) -> mark(label, text));
        return label;
    }

    private static void mark(Label label, String text) {
        boolean has = text != null && HAN.matcher(text).find();
        if (has != label.getStyleClass().contains("han")) {
            if (has) {
                label.getStyleClass().add("han");
            } else {
                label.getStyleClass().remove("han");
            }
        }
    }
}

package app.caravel.desktop.kit;

import javafx.scene.layout.StackPane;

/** Initials in a circle of 40 (or 32): KW, 佐, RM. */
public final class Avatar extends StackPane {

    public Avatar(String name, double size) {
        getStyleClass().add("avatar");
        if (size >= 40) {
            getStyleClass().add("large");
        }
        setMinSize(size, size);
        setPrefSize(size, size);
        setMaxSize(size, size);
        getChildren().add(Words.han(Words.of(initials(name))));
    }

    /** The first letters of the first and the last word; of a Chinese, Japanese or Korean name its first character. */
    static String initials(String name) {
        var words = name.strip().split("[\\s@._-]+");
        if (words[0].isEmpty()) {
            return "?";
        }
        var first = letter(words[0]);
        boolean ideographs = Character.isIdeographic(words[0].codePointAt(0)) || words[0].matches("^[\\p{IsHiragana}\\p{IsKatakana}\\p{IsHangul}].*");
        return ideographs || words.length == 1 || name.contains("@") ? first : first + letter(words[words.length - 1]);
    }

    private static String letter(String word) {
        return Character.toString(Character.toUpperCase(word.codePointAt(0)));
    }
}

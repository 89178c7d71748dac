package app.caravel.desktop.kit;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javafx.scene.text.Font;

import org.jspecify.annotations.Nullable;

import app.caravel.texts.Texts.Language;

/**
 * The font families that this computer has for a language. JavaFX takes one family only (a list falls to "System"), and
 * weight 600 gives the regular face: a semibold is named as a family where there is one, and is bold elsewhere. A named
 * semibold does not reach Chinese names, so these get the Chinese family in bold (style class {@code han}).
 */
record Fonts(String text, @Nullable String semibold, String han, String mono) {

    private static final List<String> LATIN = List.of("Segoe UI", ".AppleSystemUIFont", "SF Pro Text", "Inter", "Noto Sans", "Cantarell", "DejaVu Sans");
    private static final List<String> SEMIBOLD = List.of("Segoe UI Semibold", "Inter Semi Bold", "Inter SemiBold", "Noto Sans SemiBold");
    private static final List<String> HAN = List.of("Microsoft YaHei UI", "Microsoft YaHei", "PingFang SC", "Hiragino Sans GB", "Noto Sans CJK SC",
            "Noto Sans SC", "Source Han Sans SC", "WenQuanYi Micro Hei");
    private static final List<String> MONO = List.of("Cascadia Mono", "Consolas", "SF Mono", "Menlo", "JetBrains Mono", "Noto Sans Mono", "DejaVu Sans Mono");

    static Fonts of(Language language) {
        return of(language, new TreeSet<>(Font.getFamilies()));
    }

    static Fonts of(Language language, Set<String> installed) {
        var latin = first(LATIN, installed, "System");
        var han = first(HAN, installed, "System");
        var mono = first(MONO, installed, "Monospaced");
        if (language == Language.CHINESE) {
            return new Fonts(han, null, han, mono);
        }
        var semibold = SEMIBOLD.stream().filter(family -> installed.contains(family) && family.startsWith(latin)).findFirst().orElse(null);
        return new Fonts(latin, semibold, han, mono);
    }

    private static String first(List<String> wanted, Set<String> installed, String otherwise) {
        return wanted.stream().filter(installed::contains).findFirst().orElse(otherwise);
    }

    /** The families as a stylesheet, to lie over caravel.css. */
    String stylesheet() {
        var css = new StringBuilder()
                .append(".root { -fx-font-family: \"").append(text).append("\"; }\n")
                .append(".axis, .axis-label, .chart-title { -fx-tick-label-font-family: \"").append(text).append("\"; }\n")
                .append(".mono { -fx-font-family: \"").append(mono).append("\"; }\n");
        if (semibold != null) {
            css.append(".title-2, .title-4, .figure, .strong, .button.accent, .rail-item:selected .label, .step:selected .label, .avatar > .label")
                    .append(" { -fx-font-family: \"").append(semibold).append("\"; -fx-font-weight: normal; }\n");
        }
        css.append(".title-2.han, .title-4.han, .figure.han, .strong.han, .avatar > .label.han { -fx-font-family: \"").append(han)
                .append("\"; -fx-font-weight: bold; }\n");
        return "data:text/css;base64," + Base64.getEncoder().encodeToString(css.toString().getBytes(StandardCharsets.UTF_8));
    }
}

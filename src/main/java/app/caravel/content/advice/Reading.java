package app.caravel.content.advice;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/** A mail as it is read: its language, its lines, where the letter ends and the small print begins. Made once, asked by every tip. */
final class Reading {

    private static final Pattern ADDRESS = Pattern.compile("\\s?<(?:https?:|mailto:|tel:|[^<>\\s]+@)[^<>\\s]*>|<#>");
    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.!?…])\\s+|(?<=[。！？])");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}'’.\\-×]*");
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
    /** The last lines of a letter: where it asks for something. */
    private static final int ENDING = 4;

    final Letter letter;
    final Document page;
    final @Nullable Tongue tongue;
    final String preheader;
    /** All that is to be read, addresses of links left out. */
    final String text;
    /** The letter itself: without signature and small print. */
    final List<String> lines;

    Reading(Letter letter) {
        this.letter = letter;
        page = Jsoup.parse(letter.html());
        text = ADDRESS.matcher(letter.text()).replaceAll("").strip();
        tongue = Tongue.of(letter.subject() + "\n" + text).orElse(null);
        preheader = page.select("[style*=display:none], [style*=display: none]").stream().map(hidden -> hidden.text().strip().replaceAll("[\\u034f\\u00ad\\u200b-\\u200d\\ufeff\\u00a0]", " ").strip())
                .filter(hidden -> !hidden.isEmpty()).findFirst().orElse("");
        lines = letterOf(text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList());
    }

    private List<String> letterOf(List<String> all) {
        for (int i = 0; i < all.size(); i++) {
            var line = all.get(i);
            boolean ends = i > 1 && tongue != null && line.length() < 60 && phrases().begins("signoff", line.replaceFirst("^[-–—\\s]+", "")) != null && !line.endsWith("?");
            boolean smallPrint = i > 1 && line.matches("[-–—_]{2,}");
            if (ends || smallPrint) {
                return all.subList(0, i);
            }
        }
        return all;
    }

    /** The words of its language; only to be asked where that is known. */
    Phrases phrases() {
        return Phrases.of(java.util.Objects.requireNonNull(tongue));
    }

    String body() {
        return String.join("\n", lines);
    }

    /** The last lines of the letter. */
    String ending() {
        return String.join("\n", lines.subList(Math.max(0, lines.size() - ENDING), lines.size()));
    }

    boolean isChinese() {
        return tongue == Tongue.ZH;
    }

    /** How many words there are; each Chinese character is one. */
    int length(String of) {
        var written = isChinese() ? HAN.matcher(of).replaceAll(" $0 ") : of;
        return (int) WORD.matcher(written).results().count();
    }

    /** What ends as a sentence does: headings, table cells and greetings are none. */
    List<String> sentences() {
        var sentences = new ArrayList<String>();
        for (var line : lines) {
            Arrays.stream(SENTENCE_END.split(line)).map(String::strip).filter(part -> part.matches("(?s).*[.!?…。！？]$")).forEach(sentences::add);
        }
        return sentences;
    }

    /** Whether it looks like written by hand: no picture, no table, no button. */
    boolean isPlain() {
        return letter.html().isBlank() || page.select("img[src], table").isEmpty();
    }
}

package app.caravel.contact.imports;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * How well bytes read as words in the single-byte encodings of Europe and the Near East: letters where letters belong, no
 * sign such as ³ or £ inside a word, no two scripts and no capital behind a small letter in one.
 */
final class SingleByteScores {

    private static final List<Encoding> CANDIDATES = List.of(
            Encoding.WINDOWS_1252, Encoding.WINDOWS_1250, Encoding.WINDOWS_1251, Encoding.named("windows-1253"), Encoding.named("windows-1254"), Encoding.named("windows-1255"),
            Encoding.named("windows-1256"), Encoding.named("ISO-8859-2"), Encoding.named("KOI8-R"), Encoding.named("ISO-8859-5"), Encoding.named("ISO-8859-6"));

    /** Letters of Turkish beyond ASCII, and those of them that no other encoding has at their places. */
    private static final String TURKISH = "ÇçĞğİıÖöŞşÜüÂâÎîÛû";
    private static final String ONLY_TURKISH = "ĞğİıŞş";

    private static final Encoding TURKISH_ENCODING = Encoding.named("windows-1254");

    private static final double ALIKE = 0.02;

    private SingleByteScores() {}

    /** The candidates that read best, among equals in the order of the votes. */
    static List<Encoding> ranked(byte[] lines, List<Encoding> votes) {
        record Score(Encoding encoding, double plausible, int vote) {}
        var scores = new ArrayList<Score>();
        for (var encoding : CANDIDATES) {
            int vote = votes.indexOf(encoding);
            scores.add(new Score(encoding, plausible(new String(lines, encoding.charset())), vote < 0 ? votes.size() + CANDIDATES.indexOf(encoding) : vote));
        }
        double best = scores.stream().mapToDouble(Score::plausible).max().orElse(0);
        if (isTurkish(new String(lines, TURKISH_ENCODING.charset()))) {
            scores.replaceAll(score -> score.encoding().equals(TURKISH_ENCODING) ? new Score(TURKISH_ENCODING, score.plausible(), -1) : score);
        }
        scores.sort(Comparator.<Score>comparingInt(score -> score.plausible() >= best - ALIKE ? 0 : 1)
                .thenComparing(Comparator.comparingDouble(score -> score.plausible() >= best - ALIKE ? 0 : -score.plausible()))
                .thenComparingInt(Score::vote));
        return scores.stream().map(Score::encoding).toList();
    }

    /** All its letters are of the Turkish alphabet and many of its own: read otherwise they would be the ý, ţ and đ of several peoples at once. */
    private static boolean isTurkish(String text) {
        var letters = text.codePoints().filter(c -> c >= 128).toArray();
        long turkish = Arrays.stream(letters).filter(c -> TURKISH.indexOf(c) >= 0).count();
        long own = Arrays.stream(letters).filter(c -> ONLY_TURKISH.indexOf(c) >= 0).count();
        return own * 5 >= letters.length && turkish * 100 >= letters.length * 97L;
    }

    /** The share of the characters beyond ASCII that stand where they belong. */
    private static double plausible(String text) {
        int all = 0;
        int right = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 128) {
                continue;
            }
            all++;
            char before = i == 0 ? ' ' : text.charAt(i - 1);
            char after = i + 1 == text.length() ? ' ' : text.charAt(i + 1);
            if (Character.isLetter(c)) {
                boolean mixed = isOther(c, before) || isOther(c, after);
                boolean capitalInside = Character.isUpperCase(c) && Character.isLowerCase(before);
                right += mixed || capitalInside ? 0 : 1;
            } else {
                boolean inWord = Character.isLetter(before) && c != '\u2019' && c != '\u00AE' && c != '\u2122' || Character.isLetter(after) && c != '\u201C' && c != '\u201E' && c != '\u00AB' && c != '\u00A0';
                right += inWord || c == '\uFFFD' || Character.isISOControl(c) ? 0 : 1;
            }
        }
        return all == 0 ? 0 : (double) right / all;
    }

    private static boolean isOther(char letter, char beside) {
        return Character.isLetter(beside) && UnicodeScript.of(letter) != UnicodeScript.of(beside);
    }
}

package app.caravel.contact.imports;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import com.ibm.icu.text.CharsetDetector;
import org.mozilla.universalchardet.UniversalDetector;

/**
 * Which encoding lines that are no UTF-8 have. The double-byte ones of East Asia are told by how many of their characters
 * are everyday ones, the others by whether words come out; where that is equal, ICU and Mozilla's detector vote.
 */
final class EncodingVotes {

    private static final double ENOUGH = 0.7;
    private static final int WEAK = 10;

    private EncodingVotes() {}

    /** The likeliest first; never empty. */
    static List<Encoding> ranked(byte[] lines) {
        var ranked = new LinkedHashSet<Encoding>();
        var mozilla = mozilla(lines);
        var doubleByte = DoubleByteScores.of(lines);
        if (doubleByte.isKorean() && mozilla.equals("EUC-KR")) {
            ranked.add(Encoding.EUC_KR);
        }
        doubleByte.byScore().stream().filter(score -> score.share() >= ENOUGH).forEach(score -> ranked.add(score.encoding()));
        ranked.addAll(SingleByteScores.ranked(lines, votes(lines, mozilla)));
        doubleByte.byScore().stream().filter(score -> score.share() > 0.3).forEach(score -> ranked.add(score.encoding()));
        ranked.add(Encoding.WINDOWS_1252);
        return List.copyOf(ranked);
    }

    private static List<Encoding> votes(byte[] lines, String mozilla) {
        var found = new ArrayList<Encoding>();
        if (Set.of("WINDOWS-1251", "WINDOWS-1253", "WINDOWS-1255", "KOI8-R", "ISO-8859-7", "ISO-8859-5").contains(mozilla)) {
            found.add(widened(mozilla));
        }
        var matches = new CharsetDetector().setText(lines).detectAll();
        java.util.Arrays.sort(matches, Comparator.comparingInt(match -> -match.getConfidence()));
        for (var match : matches) {
            var name = match.getName();
            if (name.startsWith("windows-125") || name.startsWith("ISO-8859-") && !name.endsWith("-I") || name.startsWith("KOI8")) {
                var encoding = widened(name);
                // what two detectors agree on leads; a weak first guess of ICU gives way to the plain western one
                if (found.isEmpty() && match.getConfidence() < WEAK) {
                    found.add(Encoding.WINDOWS_1252);
                }
                found.add(encoding);
            }
        }
        return found;
    }

    /** What an office computer writes in place of the ISO encodings. */
    private static Encoding widened(String name) {
        return switch (name) {
            case "ISO-8859-1" -> Encoding.WINDOWS_1252;
            case "ISO-8859-2" -> Encoding.WINDOWS_1250;
            case "ISO-8859-7" -> Encoding.named("windows-1253");
            case "ISO-8859-8" -> Encoding.named("windows-1255");
            case "ISO-8859-9" -> Encoding.named("windows-1254");
            default -> Encoding.named(name);
        };
    }

    private static String mozilla(byte[] lines) {
        var detector = new UniversalDetector();
        detector.handleData(lines);
        detector.dataEnd();
        var found = detector.getDetectedCharset();
        return found == null ? "" : found.toUpperCase(Locale.ROOT);
    }
}

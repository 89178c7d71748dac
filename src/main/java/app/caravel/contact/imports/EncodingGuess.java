package app.caravel.contact.imports;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/** The encoding a file seems to have, and what else it could be, the likeliest first. */
record EncodingGuess(Encoding best, List<Encoding> others) {

    private static final int SHOWN = 3;

    /** Where the best has several bytes a character, one of a single byte is enough: they all show the same rubbish. */
    static EncodingGuess of(Encoding best, List<Encoding> ranked) {
        var candidates = new LinkedHashSet<>(ranked);
        candidates.addAll(Encoding.COMMON);
        candidates.remove(best);
        var others = new ArrayList<Encoding>();
        int left = hasOneByte(best) ? SHOWN : 1;
        for (var candidate : candidates) {
            if (others.size() < SHOWN && (!hasOneByte(candidate) || left-- > 0)) {
                others.add(candidate);
            }
        }
        return new EncodingGuess(best, others);
    }

    private static boolean hasOneByte(Encoding encoding) {
        return encoding.charset().newEncoder().maxBytesPerChar() == 1;
    }
}

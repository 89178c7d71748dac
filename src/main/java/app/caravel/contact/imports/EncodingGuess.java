package app.caravel.contact.imports;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/** The encoding a file seems to have, and what else it could be, the likeliest first. */
record EncodingGuess(Encoding best, List<Encoding> others) {

    private static final int SHOWN = 3;

    static EncodingGuess of(Encoding best, List<Encoding> ranked) {
        var others = new LinkedHashSet<>(ranked);
        others.addAll(Encoding.COMMON);
        others.remove(best);
        return new EncodingGuess(best, new ArrayList<>(others).subList(0, SHOWN));
    }
}

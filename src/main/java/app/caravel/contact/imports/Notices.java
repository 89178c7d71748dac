package app.caravel.contact.imports;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What is worth a look after reading a file: how often, and the first examples. Written by the thread that reads and the one that writes. */
public final class Notices {

    /** Kinds of things that were noticed. None of them keeps a row out. */
    public enum Kind {
        /** An address that had to be mended, e.g. full-width marks. */
        ADDRESS_MENDED,
        /** Further addresses in a row, kept beside the first. */
        SEVERAL_ADDRESSES,
        /** info@, sales@: nobody's own mailbox. */
        ROLE_ADDRESS,
        SUPPRESSED,
        TWICE_IN_FILE,
        COUNTRY_UNCLEAR,
        PHONE_UNCLEAR,
        /** 1.38E+10. */
        PHONE_DIGITS_LOST,
        NAME_SPLIT
    }

    /**
     * @param examples the first few, as the file wrote them
     */
    public record Tally(int count, List<String> examples) {}

    static final int EXAMPLES = 5;

    private final Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
    private final Map<Kind, List<String>> examples = new EnumMap<>(Kind.class);

    synchronized void add(Kind kind, String example) {
        counts.merge(kind, 1, Integer::sum);
        var kept = examples.computeIfAbsent(kind, _ -> new ArrayList<>());
        if (kept.size() < EXAMPLES && !kept.contains(example)) {
            kept.add(example);
        }
    }

    synchronized void add(Kind kind, long more) {
        counts.merge(kind, Math.toIntExact(more), Integer::sum);
    }

    public synchronized Tally of(Kind kind) {
        return new Tally(counts.getOrDefault(kind, 0), List.copyOf(examples.getOrDefault(kind, List.of())));
    }
}

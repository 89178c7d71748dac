package app.caravel.content;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Which destinations can be tracked, remembered for the first ones that are met: the mails of a run mostly lead to the same. */
final class KnownAddresses {

    private static final int REMEMBERED = 2_000;

    private final Map<String, Boolean> judged = new ConcurrentHashMap<>();

    /** Whether a tidy web address can lead to a page. */
    boolean isGood(String destination) {
        var known = judged.get(destination);
        if (known == null) {
            known = Addresses.isGood(destination);
            if (judged.size() < REMEMBERED) {
                judged.put(destination, known);
            }
        }
        return known;
    }
}

package app.caravel.desktop.story;

import java.util.LinkedHashMap;

import app.caravel.account.Account;
import app.caravel.account.Rests.Rest;
import app.caravel.desktop.kit.Ui;

/** Why an account rests, in one short sentence; the server's own words stand in the hover. */
public final class RestWords {

    private RestWords() {}

    /** Limit of anna@ reached, goes on by itself tomorrow 09:00. */
    public static String sentence(Ui ui, Account account, Rest rest) {
        var key = rest.why().key().replace("breaker.", "story.rest.");
        if (!ui.texts().has(key)) {
            return ui.text(rest.why());
        }
        var arguments = new LinkedHashMap<String, Object>(rest.why().arguments());
        arguments.put("address", shortened(account.fromAddress()));
        arguments.put("when", rest.until() == null ? "" : ui.formats().when(rest.until()));
        return ui.text(key, arguments.entrySet().stream().flatMap(each -> java.util.stream.Stream.of(each.getKey(), each.getValue())).toArray());
    }

    /** anna@ */
    public static String shortened(String address) {
        return address.substring(0, address.indexOf('@') + 1);
    }

    /** Whether it is over by itself, so that nobody has to do anything. */
    public static boolean isPassing(Rest rest) {
        return rest.until() != null || isByHand(rest);
    }

    public static boolean isByHand(Rest rest) {
        return rest.why().key().equals("breaker.by-hand");
    }
}

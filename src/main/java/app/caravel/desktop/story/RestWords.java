package app.caravel.desktop.story;

import java.time.Instant;
import java.util.LinkedHashMap;

import org.jspecify.annotations.Nullable;

import app.caravel.account.Account;
import app.caravel.account.Rests.Rest;
import app.caravel.desktop.kit.Ui;

/** Why an account rests, in one short sentence; the server's own words stand in the hover. */
public final class RestWords {

    private RestWords() {}

    /** Limit of anna@ reached, goes on by itself tomorrow 09:00. */
    public static String sentence(Ui ui, Account account, Rest rest) {
        return sentence(ui, account, rest, rest.until());
    }

    /** The same where its next mail leaves later than the rest ends: the hours of its readers or a full day stand behind it. */
    public static String sentence(Ui ui, Account account, Rest rest, @Nullable Instant goesOn) {
        var key = rest.why().key().replace("breaker.", "story.rest.");
        if (!ui.texts().has(key)) {
            return ui.text(rest.why());
        }
        var arguments = new LinkedHashMap<String, Object>(rest.why().arguments());
        arguments.put("address", shortened(account.fromAddress()));
        arguments.put("when", goesOn == null ? "" : ui.formats().when(goesOn));
        return ui.text(key, arguments.entrySet().stream().flatMap(each -> java.util.stream.Stream.of(each.getKey(), each.getValue())).toArray());
    }

    /** anna@ */
    public static String shortened(String address) {
        return address.substring(0, address.indexOf('@') + 1);
    }
}

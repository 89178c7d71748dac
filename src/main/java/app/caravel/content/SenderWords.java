package app.caravel.content;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** What a mail says of the account that it leaves by: values beside the recipient's own, which no merge field of theirs is called. */
public final class SenderWords {

    /** The account's own signature: plain text of one or more lines. Missing where it has none. */
    static final String SIGNATURE = "sender_signature";

    private static final String OWN = "{% if " + SIGNATURE + " %}";
    private static final String OTHERWISE = "{% else %}";
    private static final String END = "{% endif %}";
    private static final Pattern STAND_IN = Pattern.compile(Pattern.quote(OTHERWISE) + ".*?" + Pattern.quote(END), Pattern.DOTALL);
    /** The first of several lines where it ends in a comma: it closes the letter, in the letter's language, and is no part of the sender's name. */
    private static final Pattern CLOSING = Pattern.compile("^\\s*<p[^>]*>([^<]{1,80}[,，،])\\s*<(?:br|/p>\\s*<p)");

    private SenderWords() {}

    /** The recipient's values with the sender's signature, where there is one. */
    public static Map<String, Object> with(Map<String, Object> values, String signature) {
        if (signature.isBlank()) {
            return values;
        }
        var all = new HashMap<>(values);
        all.put(SIGNATURE, signature);
        return all;
    }

    /** The end of a letter: by the sender's own signature where the account has one, else as it is written. */
    public static String signed(String html) {
        var closing = CLOSING.matcher(html);
        var before = closing.find() ? closing.group(1) + "<br>" : "";
        return OWN + "<p>" + before + "{{ " + SIGNATURE + " | newline_to_br }}</p>" + OTHERWISE + html + END;
    }

    /** The content as those read it whose mails all carry a signature of their own. */
    static String withoutStandIns(String html) {
        int own = html.indexOf(OWN);
        return own < 0 ? html : html.substring(0, own) + STAND_IN.matcher(html.substring(own)).replaceFirst(END);
    }
}

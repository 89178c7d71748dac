package app.caravel.account.health;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import app.caravel.dns.Tags;

/**
 * The DKIM signature that a mail carried.
 *
 * @param domain whose key signed it
 * @param headers which headers it covers, lower case
 */
public record SeenSignature(String domain, String selector, List<String> headers) {

    private static final Pattern FIELD = Pattern.compile("(?im)^DKIM-Signature:((?:.*(?:\\R[ \\t].*)*))");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,200}");

    /** The signatures of a mail, given as it is or only its header. */
    public static List<SeenSignature> in(String mail) {
        return FIELD.matcher(mail).results().map(SeenSignature::read).flatMap(Optional::stream).toList();
    }

    private static Optional<SeenSignature> read(MatchResult field) {
        var tags = Tags.of(field.group(1).replaceAll("\\s+", " "));
        var domain = tags.getOrDefault("d", "").toLowerCase(Locale.ROOT);
        var selector = tags.getOrDefault("s", "").toLowerCase(Locale.ROOT);
        var headers = List.of(tags.getOrDefault("h", "").toLowerCase(Locale.ROOT).replace(" ", "").split(":"));
        return NAME.matcher(domain).matches() && NAME.matcher(selector).matches() ? Optional.of(new SeenSignature(domain, selector, headers)) : Optional.empty();
    }

    /** Whether receivers may offer to unsubscribe with one click: both headers are covered (RFC 8058 section 4). */
    public boolean coversOneClick() {
        return headers.contains("list-unsubscribe") && headers.contains("list-unsubscribe-post");
    }
}

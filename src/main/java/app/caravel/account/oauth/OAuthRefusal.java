package app.caravel.account.oauth;

import java.util.List;
import java.util.regex.Pattern;

import app.caravel.account.oauth.OAuthException.Kind;
import app.caravel.reason.Reason;

/** What an issuer means that says no: RFC 6749 names few errors, and each issuer hides its own in their description. */
final class OAuthRefusal {

    /** An issuer's words, what can be done, and the sentence that says so. */
    private record Rule(Pattern words, Kind kind, String key) {
        Rule(String words, Kind kind, String key) {
            this(Pattern.compile("(?is).*(?:" + words + ").*"), kind, key);
        }
    }

    /** The first that fits. A person who says no at Microsoft's page of consent comes back with AADSTS65004. */
    private static final List<Rule> RULES = List.of(
            new Rule("AADSTS65004", Kind.REFUSED, "account.oauth.declined"),
            new Rule("AADSTS65001|AADSTS90094|AADSTS90008|AADSTS90093|AADSTS900941|consent_required|admin_policy_enforced|org_internal", Kind.REFUSED, "account.oauth.administrator"),
            new Rule("AADSTS700016|AADSTS7000218|AADSTS50011|invalid_client|unauthorized_client|redirect_uri_mismatch|deleted_client", Kind.REFUSED, "account.oauth.client"),
            new Rule("^access_denied\\b", Kind.REFUSED, "account.oauth.declined"),
            new Rule("^(?:invalid_grant|interaction_required|login_required)\\b", Kind.AGAIN, "account.oauth.again"),
            new Rule("^(?:temporarily_unavailable|server_error|slow_down)\\b", Kind.PASSING, "account.oauth.busy"));

    private static final int LONGEST = 200;

    private OAuthRefusal() {}

    /** @param error as RFC 6749 names it, never empty */
    static OAuthException of(Issuer issuer, Client client, String error, String description) {
        var words = error + " " + description;
        var rule = RULES.stream().filter(each -> each.words.matcher(words).matches()).findFirst();
        return new OAuthException(rule.map(Rule::kind).orElse(Kind.REFUSED), Reason.of(rule.map(Rule::key).orElse("account.oauth.refused"),
                "issuer", issuer.key(), "client", client.id(), "answer", shortened(description.isBlank() ? error : error + ": " + description)));
    }

    private static String shortened(String words) {
        var line = words.replaceAll("\\s+", " ").strip();
        return line.length() > LONGEST ? line.substring(0, LONGEST - 1) + "…" : line;
    }
}

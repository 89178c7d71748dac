package app.caravel.workspace;

import java.util.ArrayList;
import java.util.List;

import app.caravel.account.Accounts;
import app.caravel.contact.EmailAddress;
import app.caravel.contact.FreeMail;
import app.caravel.contact.MailDomain;
import app.caravel.contact.Suppressions;
import app.caravel.store.Json;

/** The domains that the user's own mailboxes are at: proposed as never to be written to by a campaign, never put there by themselves. */
public final class OwnDomains {

    private static final String LET_BE = "suppression.own-domains-let-be";

    private final Accounts accounts;
    private final Suppressions suppressions;
    private final Settings settings;

    OwnDomains(Accounts accounts, Suppressions suppressions, Settings settings) {
        this.accounts = accounts;
        this.suppressions = suppressions;
        this.settings = settings;
    }

    /**
     * A domain that is ours.
     *
     * @param people how many contacts have their address there
     */
    public record Proposal(MailDomain domain, int people) {}

    /** Those that are not on the list, were not let be, and are no domain where anybody can have a mailbox. */
    public List<Proposal> proposals() {
        var letBe = letBe();
        return accounts.all().stream().flatMap(account -> EmailAddress.parse(account.fromAddress()).stream()).map(EmailAddress::domain).distinct()
                .filter(domain -> !FreeMail.isDomain(domain) && !letBe.contains(domain)).flatMap(domain -> MailDomain.parse(domain).stream())
                .filter(domain -> suppressions.exactly(domain.written()).isEmpty())
                .map(domain -> new Proposal(domain, suppressions.peopleAt(domain, false))).toList();
    }

    /** Not proposed again. */
    public void letBe(MailDomain domain) {
        var all = new ArrayList<>(letBe());
        all.add(domain.ascii());
        settings.put(LET_BE, Json.write(all.stream().distinct().toList()));
    }

    private List<String> letBe() {
        return settings.get(LET_BE).map(Json::array).orElse(List.of());
    }
}

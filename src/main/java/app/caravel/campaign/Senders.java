package app.caravel.campaign;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import app.caravel.account.Account;
import app.caravel.account.Accounts;
import app.caravel.account.SignatureTexts;
import app.caravel.contact.Contact;
import app.caravel.content.SenderWords;

/** Which account each mail of a campaign leaves by, and what the mail says of it; of a draft as it would be. */
public final class Senders {

    private final Accounts accounts;
    private final SignatureTexts signatures;
    private final Spreads spreads;

    public Senders(Accounts accounts, SignatureTexts signatures, Spreads spreads) {
        this.accounts = accounts;
        this.signatures = signatures;
        this.spreads = spreads;
    }

    /** The account that writes to somebody; to nobody yet: the campaign's first. Nothing while none is chosen. */
    public Optional<Account> of(Campaign campaign, @Nullable Contact contact) {
        if (campaign.accountId() == null) {
            return Optional.empty();
        }
        return accounts.find(contact == null ? campaign.accountId() : accountFor(WhoWrites.toSome(spreads.of(campaign), accounts, spreads), contact));
    }

    /** What an account's mails end with; empty where it has nothing of its own. */
    String signature(Account account) {
        return signatures.of(account.id());
    }

    /** What is filled into one person's mail. */
    public Map<String, Object> values(Campaign campaign, @Nullable Contact contact) {
        var values = contact == null ? Map.<String, Object>of() : contact.mergeValues();
        return of(campaign, contact).map(account -> SenderWords.with(values, signature(account))).orElse(values);
    }

    /** The same for one after the other of many. One thread asks it. */
    Function<Contact, Map<String, Object>> toAll(Campaign campaign) {
        if (campaign.accountId() == null) {
            return Contact::mergeValues;
        }
        var who = WhoWrites.toAll(spreads.of(campaign), accounts, spreads);
        var known = new java.util.HashMap<Long, String>();
        return contact -> SenderWords.with(contact.mergeValues(), known.computeIfAbsent(accountFor(who, contact), signatures::of));
    }

    private static long accountFor(WhoWrites who, Contact contact) {
        return who.accountFor(contact.id(), contact.address().canonical(), contact);
    }
}

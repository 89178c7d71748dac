package app.caravel.mailbox;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import app.caravel.account.Account;
import app.caravel.account.Accounts;
import app.caravel.account.SignIns;
import app.caravel.campaign.Ledger.Decision;
import app.caravel.campaign.Message;
import app.caravel.reason.Problem;
import app.caravel.reason.Reason;

/** Looks for mails in doubt in the Sent folders of their accounts. It proposes; a person decides. */
public final class DoubtLook {

    private final Accounts accounts;
    private final SignIns signIns;
    private final SentFactsStore facts;

    public DoubtLook(Accounts accounts, SignIns signIns, SentFactsStore facts) {
        this.accounts = accounts;
        this.signIns = signIns;
        this.facts = facts;
    }

    /** What became visible of a mail in doubt. */
    public sealed interface Found {

        /** The server took it: it lies in Sent. */
        record InSent() implements Found {}

        /** The provider keeps what it takes, and this one is not there: it was likely not taken. */
        record NotThere() implements Found {}

        /** It is not there, which says nothing: the provider does not keep copies, or nobody knows whether it does. */
        record SaysNothing() implements Found {}

        record CannotLook(Reason why) implements Found {}

        /** What to do about it, where that can be said. */
        default Optional<Decision> proposal() {
            return switch (this) {
                case InSent _ -> Optional.of(Decision.WAS_SENT);
                case NotThere _ -> Optional.of(Decision.SEND_AGAIN);
                case SaysNothing _, CannotLook _ -> Optional.empty();
            };
        }

        /** What was found, in words. */
        default Reason said() {
            return switch (this) {
                case InSent _ -> Reason.of("mailbox.doubt.in-sent");
                case NotThere _ -> Reason.of("mailbox.doubt.not-there");
                case SaysNothing _ -> Reason.of("mailbox.doubt.says-nothing");
                case CannotLook(var why) -> why;
            };
        }

        /** The name on the command line. */
        default String key() {
            return switch (this) {
                case InSent _ -> "in_sent";
                case NotThere _ -> "not_in_sent";
                case SaysNothing _ -> "says_nothing";
                case CannotLook _ -> "cannot_look";
            };
        }
    }

    /** Looks for these, one line an account, in their order. */
    public Map<Message, Found> look(List<Message> inDoubt) {
        var found = new LinkedHashMap<Message, Found>();
        var byAccount = new LinkedHashMap<Long, List<Message>>();
        inDoubt.forEach(message -> {
            found.put(message, new Found.SaysNothing());
            byAccount.computeIfAbsent(message.accountId(), _ -> new java.util.ArrayList<>()).add(message);
        });
        byAccount.forEach((id, messages) -> accounts.find(id).ifPresentOrElse(account -> look(account, messages, found),
                () -> messages.forEach(message -> found.put(message, new Found.CannotLook(Reason.of("mailbox.account-gone"))))));
        return found;
    }

    private void look(Account account, List<Message> messages, Map<Message, Found> found) {
        messages.forEach(message -> found.put(message, new Found.CannotLook(Reason.of("mailbox.no-imap", "address", account.fromAddress()))));
        boolean keeps = facts.of(account.id()).keeps() == SentFacts.Keeps.YES;
        try (var line = ImapConnection.open(account, signIns); var folder = line.sent()) {
            for (var message : messages) {
                boolean there = folder.holds(message.messageId(), message.randomId(), message.since().minus(Duration.ofDays(1)));
                found.put(message, there ? new Found.InSent() : keeps ? new Found.NotThere() : new Found.SaysNothing());
            }
        } catch (Problem problem) {
            found.replaceAll((message, before) -> message.accountId() == account.id() && before instanceof Found.CannotLook ? new Found.CannotLook(problem.reason()) : before);
        }
    }
}

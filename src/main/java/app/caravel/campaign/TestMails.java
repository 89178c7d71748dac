package app.caravel.campaign;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Map;

import jakarta.mail.MessagingException;
import org.jspecify.annotations.Nullable;

import app.caravel.account.Account;
import app.caravel.account.Accounts;
import app.caravel.account.Security;
import app.caravel.account.SignIns;
import app.caravel.campaign.invitation.Invitations;
import app.caravel.contact.Contact;
import app.caravel.contact.EmailAddress;
import app.caravel.contact.SuppressionReason;
import app.caravel.contact.Suppressions;
import app.caravel.content.Compiler;
import app.caravel.content.ContentSource;
import app.caravel.content.pictures.PictureStore;
import app.caravel.reason.Problem;
import app.caravel.smtp.Handover;
import app.caravel.smtp.Signatures;
import app.caravel.smtp.SmtpConnection;
import app.caravel.smtp.SmtpProblems;
import app.caravel.smtp.SmtpReply;

/** One mail of a campaign to an address of one's own; to nobody else who must not be written to. It goes untracked and is no row of the ledger: nothing counts it. */
public final class TestMails {

    private final Accounts accounts;
    private final SignIns signIns;
    private final Signatures signatures;
    private final Senders senders;
    private final Enclosures.Sources sources;
    private final Suppressions suppressions;
    private final SentCopies copies;
    private final Clock clock;

    public TestMails(Accounts accounts, SignIns signIns, Signatures signatures, Senders senders, Attachments attachments, EachFiles each, PictureStore pictures, Invitations invitations, Suppressions suppressions,
            SentCopies copies, Clock clock) {
        this.accounts = accounts;
        this.signIns = signIns;
        this.signatures = signatures;
        this.senders = senders;
        this.sources = new Enclosures.Sources(attachments, each, pictures, invitations, clock);
        this.suppressions = suppressions;
        this.copies = copies;
        this.clock = clock;
    }

    /**
     * @param as whose values are filled in, in whose language; null leaves the fallbacks
     * @return the server's answer
     */
    public SmtpReply send(Campaign campaign, String to, @Nullable Contact as) {
        var address = EmailAddress.parse(to).orElseThrow(() -> Problem.of("campaign.bad-address", "address", to));
        var account = accounts.find(campaign.accountId() == null ? -1 : campaign.accountId())
                .orElseThrow(() -> Problem.of("campaign.no-account", "name", campaign.name()));
        suppressions.find(address).filter(found -> found.reason() != SuppressionReason.OWN_DOMAIN && !isOwn(address)).ifPresent(_ -> {
            throw Problem.of("suppression.test", "address", to);
        });
        var message = message(campaign, account, address.written(), as);
        var mime = mime(campaign, account, message, as);
        try (var connection = SmtpConnection.open(account, signIns)) {
            return switch (connection.send(account.fromAddress(), address.envelope(), mime, () -> true)) {
                case Handover.Accepted accepted -> {
                    copies.tested(account, message);
                    yield accepted.reply();
                }
                case Handover.Refused refused -> throw Problem.of("campaign.test-refused", "address", to, "answer", refused.reply().text());
                case Handover.Impossible impossible -> throw new Problem(impossible.why());
                case Handover.NotSent lost -> throw new Problem(lost.why());
                case Handover.InDoubt lost -> throw new Problem(lost.why());
                case Handover.Withdrawn _ -> throw new IllegalStateException("a test mail is not withdrawn");
            };
        } catch (MessagingException e) {
            throw new Problem(SmtpProblems.of(e, account), e);
        }
    }

    /** The whole mail as one person would get it, by the account that writes to him, untracked: header, body and files. An account that is not chosen yet is stood in for. */
    public byte[] raw(Campaign campaign, @Nullable Contact as) {
        var account = senders.of(campaign, as).orElseGet(() -> new Account(0, "", "", "sender@example.com", "localhost", 25, Security.NONE, null, null, 0, 0, 0, null, null));
        return mime(campaign, account, message(campaign, account, as == null ? "recipient@example.com" : as.address().written(), as), as);
    }

    private Message message(Campaign campaign, Account account, String to, @Nullable Contact as) {
        var id = new byte[10];
        new SecureRandom().nextBytes(id);
        var domain = account.fromAddress().substring(account.fromAddress().lastIndexOf('@') + 1);
        return new Message(0, campaign.id(), 0, to, to, as == null ? null : as.name(), account.id(), id,
                "<" + HexFormat.of().formatHex(id) + "@" + domain + ">", MessageState.QUEUED, clock.instant(), null, null, 0, null, null, null, null, null, Map.of());
    }

    private byte[] mime(Campaign campaign, Account account, Message message, @Nullable Contact as) {
        var written = campaign.forReader(as == null ? null : as.language());
        var content = Compiler.compile(new ContentSource(written.subject(), written.html(), written.text()));
        var enclosed = sources.of(written);
        var maker = new MailMaker(account, content, null, enclosed, clock).signedBy(signatures.of(account)).endingBy(senders.signature(account));
        var values = maker.values(as == null ? Map.of() : as.mergeValues());
        var own = enclosed.keep(new OwnFiles(sources.each().of(campaign.id())).of(values));
        return maker.mime(message, values, own);
    }

    /** An address that mail is sent from: one writes to oneself there, whatever stands on the list. */
    private boolean isOwn(EmailAddress address) {
        return accounts.all().stream().anyMatch(account -> account.fromAddress().equalsIgnoreCase(address.written()));
    }
}

package app.caravel.campaign;

import java.time.Clock;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import app.caravel.account.Account;
import app.caravel.content.CompiledContent;
import app.caravel.content.Rendered;
import app.caravel.content.SenderWords;
import app.caravel.content.Tracking;
import app.caravel.protocol.Links;
import app.caravel.smtp.DkimSignature;
import app.caravel.smtp.MimeWriter;
import app.caravel.smtp.OutgoingMail;

/** Makes one recipient's mail: values filled in, tokens in the links, the whole as MIME bytes. */
final class MailMaker {

    private final Account account;
    private final SenderName name;
    private final @Nullable String replyTo;
    private final CompiledContent content;
    private final Tracked.@Nullable By tracker;
    private final Enclosures enclosed;
    private final Clock clock;
    private @Nullable DkimSignature signature;
    private String ending = "";

    MailMaker(Account account, CompiledContent content, Tracked.@Nullable By tracker, Enclosures enclosed, Clock clock) {
        this(account, null, content, tracker, enclosed, clock);
    }

    /** @param replyTo where answers go; null: to the account's own address */
    MailMaker(Account account, @Nullable String replyTo, CompiledContent content, Tracked.@Nullable By tracker, Enclosures enclosed, Clock clock) {
        this.account = account;
        this.name = new SenderName(account.fromName());
        this.replyTo = replyTo;
        this.content = content;
        this.tracker = tracker;
        this.enclosed = enclosed;
        this.clock = clock;
    }

    /** Signs what it makes. */
    MailMaker signedBy(Optional<DkimSignature> by) {
        signature = by.orElse(null);
        return this;
    }

    /** Ends mails by the account's own signature, where their content has a place for it. */
    MailMaker endingBy(String text) {
        ending = content.namesSender() ? text : "";
        return this;
    }

    /** What is filled in: the recipient's values, and the sender's words among them. */
    Map<String, Object> values(Map<String, Object> recipients) {
        return SenderWords.with(recipients, ending);
    }

    /** @param own the recipient's own files */
    byte[] mime(Message message, Map<String, Object> values, List<Attachments.Kept> own) {
        var mail = MimeWriter.write(mail(message, values, render(message, values), own));
        return signature == null ? mail : signature.sign(mail);
    }

    Rendered render(Message message, Map<String, Object> values) {
        return content.render(values, tracker == null ? Tracking.none() : new Signed(tracker, message.randomId()));
    }

    private OutgoingMail mail(Message message, Map<String, Object> values, Rendered rendered, List<Attachments.Kept> own) {
        var from = account.withFromName(name.of(values));
        return new OutgoingMail(
                new OutgoingMail.Mailbox(from.fromName(), from.fromAddress()),
                new OutgoingMail.Mailbox(message.recipientName() == null ? "" : message.recipientName(), message.envelope()),
                rendered.subject(), enclosed.pictures().addressed(rendered.html()), rendered.text(), message.messageId(),
                HexFormat.of().formatHex(message.randomId()), clock.instant().atZone(ZoneId.systemDefault()),
                tracker == null ? null : Links.unsubscribe(tracker.baseUrl(), tracker.key(), tracker.workspace(), message.randomId()),
                enclosed.pictures().in(rendered.html()), enclosed.files(from, message, values, own), replyTo);
    }

    /** Links signed for one message. */
    record Signed(Tracked.By tracker, byte[] randomId) implements Tracking {
        @Override
        public String click(int link, String destination) {
            return Links.click(tracker.baseUrl(), tracker.key(), tracker.workspace(), randomId, link, destination);
        }

        @Override
        public String pixel() {
            return Links.pixel(tracker.baseUrl(), tracker.key(), tracker.workspace(), randomId);
        }

        @Override
        public String unsubscribe() {
            return Links.unsubscribe(tracker.baseUrl(), tracker.key(), tracker.workspace(), randomId);
        }
    }
}

package app.caravel.smtp;

import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import org.jspecify.annotations.Nullable;

import app.caravel.reason.Reason;

/**
 * The mail transactions of one signed-in connection (RFC 5321 section 3.3): MAIL, RCPT and DATA in one write where the server
 * takes them so (PIPELINING, RFC 2920), one by one elsewhere. Angus Mail connects and signs in; the mails themselves go by
 * this, because its way looks at every byte twice and waits for every answer.
 */
final class Dialogue {

    /** Written at once, within one {@link Bound}. */
    private static final int BLOCK = 64 * 1024;
    private static final byte[] RSET = {'R', 'S', 'E', 'T', '\r', '\n'};
    private static final int BAD_SEQUENCE = 503;
    private static final byte[] FINAL_DOT = {'.', '\r', '\n'};

    private final Socket line;
    private final String host;
    private final OutputStream out;
    private final Replies replies;
    private final Bound bound;
    private final Offers offers;
    private boolean pipelines;
    private boolean open = true;

    /**
     * What the server offers in its answer to EHLO.
     *
     * @param pipelining several commands in one write (RFC 2920)
     * @param size the size of a mail is declared (RFC 1870)
     */
    record Offers(boolean pipelining, boolean size) {}

    /** @param most for each answer, and for each 64 kB to leave */
    Dialogue(Socket line, String host, Offers offers, Duration most) throws IOException {
        this.line = line;
        this.host = host;
        this.out = line.getOutputStream();
        this.replies = new Replies(line.getInputStream());
        this.offers = offers;
        this.pipelines = offers.pipelining();
        this.bound = new Bound(line, most);
    }

    boolean isOpen() {
        return open;
    }

    /** Ends it at once: what was begun and not ended with the final dot, the server forgets. */
    void cut() {
        open = false;
        bound.close();
        try {
            line.close();
        } catch (IOException e) {
            System.getLogger(Dialogue.class.getName()).log(System.Logger.Level.DEBUG, "close", e);
        }
    }

    /** One mail. */
    Handover send(String envelopeFrom, String recipient, byte[] mail, SmtpConnection.BeforeFinalDot gate) {
        if (!isOneArgument(recipient) || !isOneArgument(envelopeFrom)) {
            return new Handover.Refused(new SmtpReply(553, "553 5.1.3 not written as an address"));
        }
        var stuffed = DotStuffing.of(mail);
        boolean letGo = false;
        try {
            if (!replies.isClear()) {
                throw new StrangeAnswerException(replies.next().text());
            }
            var refused = begin(envelopeFrom, recipient, stuffed.length);
            if (refused != null && refused.code() == BAD_SEQUENCE && pipelines) {
                pipelines = false; // it says PIPELINING and loses the order: from now on one command at a time
                refused = again(envelopeFrom, recipient, stuffed.length);
            }
            if (refused != null) {
                return refused(refused);
            }
            write(stuffed);
            if (!gate.mayGo()) {
                cut();
                return new Handover.Withdrawn();
            }
            letGo = true;
            command(FINAL_DOT);
            var reply = reply();
            return reply.code() >= 200 && reply.code() < 300 ? new Handover.Accepted(reply) : refused(reply);
        } catch (IOException e) {
            var said = lastWords(e);
            var why = why(e);
            cut();
            if (said != null) {
                return new Handover.Refused(said);
            }
            return letGo ? new Handover.InDoubt(why) : new Handover.NotSent(why);
        }
    }

    /** The refusal of a server that did not want to hear the rest, and hung up while it was written; null where there is none. */
    private @Nullable SmtpReply lastWords(IOException error) {
        if (error instanceof StrangeAnswerException || bound.isOver()) {
            return null;
        }
        try {
            var said = reply();
            return said.code() >= 400 && said.code() < 600 ? said : null;
        } catch (IOException e) {
            return null;
        }
    }

    /** How the line was lost. */
    private Reason why(IOException error) {
        if (bound.isOver() || error instanceof SocketTimeoutException) {
            return Reason.of("smtp.answer-does-not-end", "host", host, "seconds", bound.most().toSeconds());
        }
        if (error instanceof StrangeAnswerException strange) {
            return Reason.of("smtp.strange-answer", "host", host, "answer", String.valueOf(strange.getMessage()));
        }
        return error instanceof EOFException ? Reason.of("smtp.line-ended", "host", host) : Reason.of("smtp.line-broke", "detail", String.valueOf(error.getMessage()));
    }

    private @Nullable SmtpReply again(String from, String to, int size) throws IOException {
        command(RSET);
        var reply = reply();
        if (!isGood(reply)) {
            throw new StrangeAnswerException(reply.text());
        }
        return begin(from, to, size);
    }

    /** Up to the server's word that it waits for the mail; returns its refusal, or null. */
    private @Nullable SmtpReply begin(String from, String to, int size) throws IOException {
        boolean utf8 = !(isAscii(from) && isAscii(to));
        var mail = "MAIL FROM:<" + from + ">" + (offers.size() ? " SIZE=" + size : "") + (utf8 ? " SMTPUTF8 BODY=8BITMIME" : "") + "\r\n";
        var rcpt = "RCPT TO:<" + to + ">\r\n";
        var data = "DATA\r\n";
        if (pipelines) {
            command((mail + rcpt + data).getBytes(StandardCharsets.UTF_8));
            var sender = reply();
            if (sender.code() == 421) {
                return sender;
            }
            var recipient = isGood(sender) ? reply() : replyAfter(sender);
            if (recipient.code() == 421) {
                return recipient;
            }
            var refusal = !isGood(sender) ? sender : !isGood(recipient) ? recipient : null;
            var ready = refusal == null ? reply() : replyAfter(refusal);
            if (ready.code() == 354) {
                if (refusal == null) {
                    return null;
                }
                command(FINAL_DOT); // a mail without recipients and without a word: it is refused (RFC 2920 section 3.1)
                reply();
                return refusal;
            }
            return refusal == null ? ready : refusal;
        }
        for (var command : new String[] {mail, rcpt}) {
            command(command.getBytes(StandardCharsets.UTF_8));
            var reply = reply();
            if (!isGood(reply)) {
                return reply;
            }
        }
        command(data.getBytes(StandardCharsets.UTF_8));
        var ready = reply();
        return ready.code() == 354 ? null : ready;
    }

    /** The connection goes on with a clean sheet where the server takes RSET; one that says goodbye, or talks nonsense, is left. */
    private Handover refused(SmtpReply reply) throws IOException {
        if (reply.code() < 400 || reply.code() > 599) {
            throw new StrangeAnswerException(reply.text());
        }
        if (reply.code() == 421) {
            cut();
            return new Handover.Refused(reply);
        }
        try {
            command(RSET);
            if (!isGood(reply())) {
                cut();
            }
        } catch (IOException e) {
            cut(); // the refusal stands all the same
        }
        return new Handover.Refused(reply);
    }

    private void command(byte[] bytes) throws IOException {
        bound.begin();
        out.write(bytes);
        out.flush();
        bound.end();
    }

    private void write(byte[] mail) throws IOException {
        for (int from = 0; from < mail.length; from += BLOCK) {
            bound.begin();
            out.write(mail, from, Math.min(BLOCK, mail.length - from));
        }
        out.flush();
        bound.end();
    }

    private SmtpReply reply() throws IOException {
        bound.begin();
        var reply = replies.next();
        bound.end();
        return reply;
    }

    /** The next answer after a refusal, which stands even where the server hangs up over it. */
    private SmtpReply replyAfter(SmtpReply refusal) {
        try {
            return reply();
        } catch (IOException e) {
            cut();
            return refusal;
        }
    }

    private static boolean isGood(SmtpReply reply) {
        return reply.code() >= 200 && reply.code() < 300;
    }

    static boolean isAscii(String address) {
        for (int i = 0; i < address.length(); i++) {
            if (address.charAt(i) >= 128) {
                return false;
            }
        }
        return true;
    }

    /** Nothing that would end the argument, or the command, early. */
    private static boolean isOneArgument(String address) {
        for (int i = 0; i < address.length(); i++) {
            char c = address.charAt(i);
            if (c < ' ' || c == '<' || c == '>' || c == 127) {
                return false;
            }
        }
        return !address.isEmpty();
    }
}

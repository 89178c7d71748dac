package app.caravel.smtp;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Properties;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import org.jspecify.annotations.Nullable;
import org.simplejavamail.utils.mail.dkim.Canonicalization;
import org.simplejavamail.utils.mail.dkim.DkimException;
import org.simplejavamail.utils.mail.dkim.DkimMessage;
import org.simplejavamail.utils.mail.dkim.DkimSigner;

import app.caravel.account.health.Signing;

/** Signs mails that are bytes already (RFC 6376, rsa-sha256, relaxed): a header goes in front, not a byte of the mail changes. */
public final class DkimSignature {

    /** What readers see, and both headers without which nobody offers to unsubscribe with one click (RFC 8058). */
    private static final List<String> COVERED = List.of("From", "To", "Subject", "Date", "Message-ID", "MIME-Version", "Content-Type", "List-Unsubscribe",
            "List-Unsubscribe-Post", "References", "Reply-To");

    private static final Session SESSION = Session.getInstance(new Properties());

    private final Signing.Signer signer;

    public DkimSignature(Signing.Signer signer) {
        this.signer = signer;
    }

    /** The signed mail: its signature, then the bytes as they were given. */
    public byte[] sign(byte[] mail) {
        var header = (header(mail) + "\r\n").getBytes(StandardCharsets.US_ASCII);
        var signed = new byte[header.length + mail.length];
        System.arraycopy(header, 0, signed, 0, header.length);
        System.arraycopy(mail, 0, signed, header.length, mail.length);
        return signed;
    }

    private String header(byte[] mail) {
        try {
            var heard = new Heard(signer);
            new DkimMessage(new MimeMessage(SESSION, new ByteArrayInputStream(mail)), heard).writeTo(OutputStream.nullOutputStream());
            return Objects.requireNonNull(heard.signature);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (MessagingException e) {
            throw new IllegalStateException("a mail of ours cannot be signed", e);
        }
    }

    /** The library signs while it writes a mail; only the signature is wanted. One for each mail: it holds state. */
    private static final class Heard extends DkimSigner {
        private @Nullable String signature;

        Heard(Signing.Signer signer) throws DkimException {
            super(signer.domain(), signer.selector(), signer.key());
            setHeaderCanonicalization(Canonicalization.RELAXED);
            setBodyCanonicalization(Canonicalization.RELAXED);
            setLengthParam(false);
            setCheckDomainKey(false);
            COVERED.forEach(this::addHeaderToSign);
        }

        @Override
        protected String sign(DkimMessage message) throws MessagingException {
            var made = super.sign(message);
            signature = made;
            return made;
        }
    }
}

package app.caravel.smtp;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Pattern;

import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeUtility;

/**
 * Writes a mail as the bytes that go over the line: multipart/alternative of text and HTML in UTF-8 (RFC 2046), the
 * HTML within multipart/related (RFC 2387) where it shows pictures of its own, the whole within multipart/mixed where files
 * go along. Bytes, not a MimeMessage: measured, a connection sends twice as many mails so.
 */
public final class MimeWriter {

    private static final byte[] CRLF = {'\r', '\n'};
    private static final Base64.Encoder LINES_OF_76 = Base64.getMimeEncoder(76, CRLF);

    private static final Pattern BREAKS = Pattern.compile("[\\p{Cc}\\u2028\\u2029]+");
    private static final Pattern TURNS = Pattern.compile("[\\u202A-\\u202E\\u2066-\\u2069]+");

    private MimeWriter() {}

    /** The whole mail, header and body, with CRLF line ends; dots are not yet stuffed. */
    public static byte[] write(OutgoingMail mail) {
        int enclosed = 0;
        for (var file : mail.files()) {
            enclosed += file.content().length();
        }
        for (var picture : mail.pictures()) {
            enclosed += picture.content().length();
        }
        var out = new ByteArrayOutputStream((mail.html().length() + mail.text().length()) * 5 / 4 + enclosed + 4096);
        try {
            header(out, mail);
            var boundary = "=_" + mail.caravelId();
            if (mail.files().isEmpty()) {
                alternative(out, mail, boundary);
            } else {
                mixed(out, mail, boundary);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static void header(ByteArrayOutputStream out, OutgoingMail mail) throws IOException {
        line(out, "Date: " + MailDate.of(mail.date()));
        line(out, "From: " + MimeUtility.fold(6, mailbox(mail.from())));
        out.write(("To: " + MimeUtility.fold(4, mailbox(mail.to()))).getBytes(StandardCharsets.UTF_8)); // RFC 6532: a mailbox beyond ASCII stands as it is
        out.write(CRLF);
        if (mail.replyTo() != null) {
            line(out, "Reply-To: " + MimeUtility.fold(10, mailbox(new OutgoingMail.Mailbox("", mail.replyTo()))));
        }
        line(out, "Subject: " + words(9, oneLine(mail.subject())));
        line(out, "Message-ID: " + mail.messageId());
        line(out, "References: " + mail.messageId());
        line(out, "X-Caravel-Id: " + mail.caravelId());
        var wish = "<mailto:" + mail.from().address() + "?subject=unsubscribe>";
        if (mail.unsubscribeUrl() == null) {
            line(out, "List-Unsubscribe: " + wish);
        } else {
            line(out, "List-Unsubscribe: <" + mail.unsubscribeUrl() + ">,\r\n " + wish);
            line(out, "List-Unsubscribe-Post: List-Unsubscribe=One-Click");
        }
        line(out, "List-Id: <mails." + mail.from().address().substring(mail.from().address().lastIndexOf('@') + 1) + ">"); // RFC 2919; filters mistrust a List-Unsubscribe without it
        line(out, "MIME-Version: 1.0");
    }

    private static void mixed(ByteArrayOutputStream out, OutgoingMail mail, String boundary) throws IOException {
        line(out, "Content-Type: multipart/mixed; boundary=\"" + boundary + "_m\"");
        line(out, "");
        line(out, "--" + boundary + "_m");
        alternative(out, mail, boundary);
        for (var file : mail.files()) {
            line(out, "--" + boundary + "_m");
            line(out, "Content-Type: " + oneLine(file.mediaType()));
            line(out, "Content-Transfer-Encoding: base64");
            line(out, "Content-Disposition: attachment;" + fileName(oneLine(file.name())));
            line(out, "");
            file.content().writeTo(out);
            out.write(CRLF);
        }
        line(out, "--" + boundary + "_m--");
    }

    private static void related(ByteArrayOutputStream out, OutgoingMail mail, String boundary) throws IOException {
        line(out, "--" + boundary + "_a");
        line(out, "Content-Type: multipart/related; type=\"text/html\"; boundary=\"" + boundary + "_r\"");
        line(out, "");
        part(out, boundary + "_r", "text/html", mail.html());
        for (var picture : mail.pictures()) {
            line(out, "--" + boundary + "_r");
            line(out, "Content-Type: " + picture.mediaType());
            line(out, "Content-Transfer-Encoding: base64");
            line(out, "Content-ID: <" + picture.contentId() + ">");
            line(out, "Content-Disposition: inline");
            line(out, "");
            picture.content().writeTo(out);
            out.write(CRLF);
        }
        line(out, "--" + boundary + "_r--");
    }

    private static void alternative(ByteArrayOutputStream out, OutgoingMail mail, String boundary) throws IOException {
        line(out, "Content-Type: multipart/alternative; boundary=\"" + boundary + "_a\"");
        line(out, "");
        part(out, boundary + "_a", "text/plain", mail.text());
        if (mail.pictures().isEmpty()) {
            part(out, boundary + "_a", "text/html", mail.html());
        } else {
            related(out, mail, boundary);
        }
        line(out, "--" + boundary + "_a--");
    }

    private static void part(ByteArrayOutputStream out, String boundary, String type, String content) throws IOException {
        line(out, "--" + boundary);
        line(out, "Content-Type: " + type + "; charset=utf-8");
        var body = Body.of(content);
        var encoding = body.encoding();
        line(out, "Content-Transfer-Encoding: " + encoding);
        line(out, "");
        switch (encoding) {
            case "7bit" -> out.write(body.bytes(), 0, body.length());
            case "base64" -> out.write(LINES_OF_76.encode(Arrays.copyOf(body.bytes(), body.length())));
            default -> QuotedPrintable.write(body, out);
        }
        out.write(CRLF);
    }

    private static String mailbox(OutgoingMail.Mailbox mailbox) throws IOException {
        var name = oneLine(mailbox.name());
        if (name.isBlank()) {
            return mailbox.address();
        }
        if (isWords(name)) {
            return name + " <" + mailbox.address() + ">";
        }
        return EncodedWords.looksLikeOne(name) ? EncodedWords.of(name) + " <" + mailbox.address() + ">" : new InternetAddress(mailbox.address(), name, "UTF-8").toString();
    }

    /** Letters, digits and spaces: a phrase as it is (RFC 5322 section 3.2.5), which Jakarta Mail finds out by a longer way. */
    private static boolean isWords(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (!(c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == ' ')) {
                return false;
            }
        }
        return true;
    }

    private static String words(int used, String text) throws IOException {
        return MimeUtility.fold(used, EncodedWords.looksLikeOne(text) ? EncodedWords.of(text) : MimeUtility.encodeText(text, "UTF-8", null));
    }

    /** RFC 2231 for names beyond ASCII, with an encoded word beside it for programs that know only that. */
    private static String fileName(String name) {
        if (name.chars().allMatch(c -> c >= 32 && c < 127 && c != '"' && c != '\\') && !EncodedWords.looksLikeOne(name)) {
            return "\r\n filename=\"" + name + "\"";
        }
        var encoded = new StringBuilder("utf-8''");
        for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
            if (b > 32 && b < 127 && "()<>@,;:\\\"/[]?={}'%* ".indexOf(b) < 0) {
                encoded.append((char) b);
            } else {
                encoded.append('%').append(HexFormat.of().withUpperCase().toHexDigits(b));
            }
        }
        return "\r\n filename*=" + encoded;
    }

    /** No line end, no control character and none that turns the writing around can reach a header, whatever a contact is called. */
    private static String oneLine(String value) {
        if (isPlain(value)) {
            return value.strip();
        }
        return TURNS.matcher(BREAKS.matcher(value).replaceAll(" ")).replaceAll("").strip();
    }

    private static boolean isPlain(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c < ' ' || c > '~') {
                return false;
            }
        }
        return true;
    }

    private static void line(ByteArrayOutputStream out, String line) throws IOException {
        out.write(line.getBytes(StandardCharsets.US_ASCII));
        out.write(CRLF);
    }
}

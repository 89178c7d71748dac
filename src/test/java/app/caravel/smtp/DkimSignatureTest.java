package app.caravel.smtp;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.RSAPrivateKey;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.Test;

import app.caravel.account.health.Signing;
import app.caravel.dns.Tags;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Verified by a reading of RFC 6376 of the test's own, which shares nothing with what signs. */
class DkimSignatureTest {

    private final KeyPair keys = keys();

    private static KeyPair keys() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (java.security.GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] mail(String subject, String html, List<OutgoingMail.File> files) {
        return MimeWriter.write(new OutgoingMail(new OutgoingMail.Mailbox("Anna 李", "anna@own.example"), new OutgoingMail.Mailbox("Jörg", "jorg@nordlicht.example"), subject, html,
                "Guten Tag,  \n\nzwei   Leerzeichen \t\n\n\n", "<0a@own.example>", "00112233445566778899", ZonedDateTime.parse("2026-11-24T08:00:00+08:00"),
                "https://t.example/u/" + "x".repeat(90), List.of(), files, "sales@own.example"));
    }

    private byte[] signed(byte[] mail) {
        return new DkimSignature(new Signing.Signer("own.example", "s1", (RSAPrivateKey) keys.getPrivate())).sign(mail);
    }

    @Test
    void whatIsSignedVerifiesAndTheMailStaysAsItWas() throws Exception {
        for (var html : List.of("<p>Hello</p>", "<p>价格 " + "产品目录 ".repeat(4_000) + "</p>", "<p>" + "a line of words that is longer \r\n\r\n".repeat(50) + "</p>   \r\n\r\n")) {
            var mail = mail("价格 for 500 pcs, a subject that is so long that it is folded over several lines", html, List.of());
            var signed = signed(mail);
            assertArrayEquals(mail, Arrays.copyOfRange(signed, signed.length - mail.length, signed.length));
            assertEquals("", verify(signed));
            var header = new String(signed, 0, signed.length - mail.length, StandardCharsets.US_ASCII);
            assertTrue(header.endsWith("\r\n") && header.lines().count() > 5 && header.lines().allMatch(line -> line.length() < 200), header);
        }
        Files.createDirectories(Path.of("target/dkim"));
        Files.write(Path.of("target/dkim/signed.eml"), signed(mail("Hello", "<p>价格</p>", List.of())));
        Files.writeString(Path.of("target/dkim/key.txt"), "v=DKIM1; k=rsa; p=" + Base64.getEncoder().encodeToString(keys.getPublic().getEncoded()));
    }

    @Test
    void bothHeadersOfOneClickAreCoveredAndNobodyCanChangeAWord() throws Exception {
        var signed = signed(mail("Hello", "<p>Hello</p>", List.of(new OutgoingMail.File("a.pdf", "application/pdf", EncodedFile.of(new byte[5_000])))));
        assertEquals("", verify(signed));
        var covered = List.of(tags(signed).getOrDefault("h", "").toLowerCase(Locale.ROOT).replaceAll("\\s", "").split(":"));
        assertTrue(covered.containsAll(List.of("from", "to", "subject", "date", "message-id", "mime-version", "content-type", "list-unsubscribe", "list-unsubscribe-post", "references", "reply-to")), covered.toString());
        var text = new String(signed, StandardCharsets.ISO_8859_1);
        assertFalse(verify(text.replace("Subject: Hello", "Subject: Jello").getBytes(StandardCharsets.ISO_8859_1)).isEmpty());
        assertFalse(verify(text.replace("<p>Hello", "<p>Jello").getBytes(StandardCharsets.ISO_8859_1)).isEmpty());
    }

    private static java.util.Map<String, String> tags(byte[] signed) {
        var field = fields(new String(signed, StandardCharsets.ISO_8859_1)).getFirst();
        return Tags.of(field.substring(field.indexOf(':') + 1));
    }

    private static List<String> fields(String mail) {
        return List.of(mail.substring(0, mail.indexOf("\r\n\r\n")).split("\r\n(?![ \t])"));
    }

    /** What is wrong; nothing where it verifies. */
    private String verify(byte[] signed) throws Exception {
        var mail = new String(signed, StandardCharsets.ISO_8859_1);
        var tags = tags(signed);
        assertEquals("rsa-sha256 relaxed/relaxed own.example s1", tags.get("a") + " " + tags.get("c") + " " + tags.get("d") + " " + tags.get("s"));
        var body = mail.substring(mail.indexOf("\r\n\r\n") + 4).replaceAll("[ \t]+", " ").replaceAll(" (?=\r\n)", "").replaceAll("(\r\n)+$", "") + "\r\n";
        var hash = Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-256").digest(body.getBytes(StandardCharsets.ISO_8859_1)));
        if (!hash.equals(tags.getOrDefault("bh", "").replaceAll("\\s", ""))) {
            return "body";
        }
        var left = new ArrayList<>(fields(mail));
        var own = left.removeFirst();
        var covered = new StringBuilder();
        for (var name : tags.getOrDefault("h", "").split(":")) {
            for (int i = left.size() - 1; i >= 0; i--) {
                if (left.get(i).regionMatches(true, 0, name.strip() + ":", 0, name.strip().length() + 1)) {
                    covered.append(relaxed(left.remove(i))).append("\r\n");
                    break;
                }
            }
        }
        covered.append(relaxed(own.substring(0, own.lastIndexOf("b=") + 2)));
        var check = Signature.getInstance("SHA256withRSA");
        check.initVerify(keys.getPublic());
        check.update(covered.toString().getBytes(StandardCharsets.ISO_8859_1));
        return check.verify(Base64.getDecoder().decode(tags.getOrDefault("b", "").replaceAll("\\s", ""))) ? "" : "signature";
    }

    private static String relaxed(String field) {
        int colon = field.indexOf(':');
        return field.substring(0, colon).strip().toLowerCase(Locale.ROOT) + ":" + field.substring(colon + 1).replace("\r\n", "").replaceAll("[ \t]+", " ").strip();
    }
}

package app.caravel.smtp;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;

import jakarta.mail.Multipart;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

class MimeWriterTest {

    private static final ZonedDateTime WHEN = ZonedDateTime.of(2026, 11, 24, 9, 5, 7, 0, ZoneOffset.ofHours(8));

    @Test
    void everyLanguageArrivesInHeadersAndBodies() throws Exception {
        for (var words : List.of("Grüße aus Ningbo, panel 60×60", "佐藤 健様、見積書のご案内", "عرض سعر جديد", "Новые цены на панели 😀", "plain ascii")) {
            var message = parsed(mail("王敏", words, words, "<p>" + words + "</p>", words, "https://t.example/u/abc", List.of()));
            assertEquals(words, message.getSubject());
            assertEquals("王敏", ((InternetAddress) message.getFrom()[0]).getPersonal());
            assertEquals(words, ((InternetAddress) message.getAllRecipients()[0]).getPersonal());
            var body = (Multipart) message.getContent();
            assertEquals(words, body.getBodyPart(0).getContent().toString().strip());
            assertEquals("<p>" + words + "</p>", body.getBodyPart(1).getContent().toString().strip());
        }
    }

    @Test
    void theIdStandsInMessageIdReferencesAndXCaravelId() throws Exception {
        var message = parsed(mail("Anna", "K", "S", "h", "t", null, List.of()));
        assertEquals("<00112233445566778899@lumitech.example>", message.getMessageID());
        assertEquals(message.getMessageID(), message.getHeader("References", null));
        assertEquals("00112233445566778899", message.getHeader("X-Caravel-Id", null));
    }

    @Test
    void oneClickIsOfferedOnlyWhereThereIsAPageToPostTo() throws Exception {
        var tracked = parsed(mail("Anna", "K", "S", "h", "t", "https://t.example/u/abc", List.of()));
        assertEquals("List-Unsubscribe=One-Click", tracked.getHeader("List-Unsubscribe-Post", null));
        assertTrue(tracked.getHeader("List-Unsubscribe", null).startsWith("<https://t.example/u/abc>"));
        var untracked = parsed(mail("Anna", "K", "S", "h", "t", null, List.of()));
        assertNull(untracked.getHeader("List-Unsubscribe-Post", null));
        assertEquals("<mails.lumitech.example>", untracked.getHeader("List-Id", null));
        assertTrue(untracked.getHeader("List-Unsubscribe", null).contains("mailto:anna@lumitech.example"));
    }

    @Test
    void noNameAndNoSubjectCanAddAHeader() throws Exception {
        var message = parsed(mail("A\r\nBcc: x@evil.example", "K\nBcc: y@evil.example", "S\r\nBcc: z@evil.example\0", "h", "t", null, List.of()));
        assertNull(message.getHeader("Bcc"));
        assertEquals(1, message.getAllRecipients().length);
    }

    @Test
    void whatReadsAsAnEncodedWordArrivesAsItsLetters() throws Exception {
        for (var words : List.of("=?utf-8?B?R3LDvMOfZQ==?=", "=?utf-8?Q?=3Cb=3E?= " + "ü".repeat(90), "=?")) {
            var message = parsed(mail(words, words, words, "h", "t", null, List.of(new OutgoingMail.File(words + ".pdf", "application/pdf", EncodedFile.of(new byte[] {1})))));
            assertEquals(words, message.getSubject());
            assertEquals(words, ((InternetAddress) message.getFrom()[0]).getPersonal());
            assertEquals(words, ((InternetAddress) message.getAllRecipients()[0]).getPersonal());
            var disposition = message.getContent() instanceof Multipart mixed ? mixed.getBodyPart(1).getHeader("Content-Disposition")[0] : "";
            assertTrue(disposition.contains("filename*=utf-8''%3D%3F"), disposition);
        }
    }

    @Test
    void nothingInAHeaderTurnsTheWritingAround() throws Exception {
        var message = parsed(mail("Anna\u202Egpj", "K\u2066x\u2069", "S\u2028T", "h", "t", null, List.of()));
        assertEquals("Annagpj", ((InternetAddress) message.getFrom()[0]).getPersonal());
        assertEquals("Kx", ((InternetAddress) message.getAllRecipients()[0]).getPersonal());
        assertEquals("S T", message.getSubject());
    }

    @Test
    void linesStayWithinWhatServersTake() {
        var mail = mail("Anna", "K", "S", "x".repeat(20_000), "y".repeat(20_000) + "é", null, List.of());
        for (var line : new String(MimeWriter.write(mail), StandardCharsets.ISO_8859_1).split("\r\n")) {
            assertTrue(line.length() <= 998, "a line of " + line.length());
            assertEquals(-1, line.indexOf('\n'));
        }
    }

    @Test
    void aFileWithAChineseNameArrivesWhole() throws Exception {
        var bytes = new byte[100_000];
        new java.util.Random(1).nextBytes(bytes);
        var message = parsed(mail("Anna", "K", "S", "h", "t", null, List.of(new OutgoingMail.File("报价单 2026.pdf", "application/pdf", EncodedFile.of(bytes)))));
        var part = ((Multipart) message.getContent()).getBodyPart(1);
        System.setProperty("mail.mime.decodeparameters", "true");
        assertEquals("报价单 2026.pdf", MimeUtility.decodeText(part.getFileName()));
        assertArrayEquals(bytes, part.getInputStream().readAllBytes());
    }

    @Test
    void aPictureWithinTheMailStandsBesideTheHtmlThatShowsIt() throws Exception {
        var bytes = new byte[5_000];
        new java.util.Random(2).nextBytes(bytes);
        var plain = mail("Anna", "K", "S", "<img src=\"cid:lamp@x.example\">", "t", null, List.of(new OutgoingMail.File("a.pdf", "application/pdf", EncodedFile.of(bytes))));
        var message = parsed(new OutgoingMail(plain.from(), plain.to(), plain.subject(), plain.html(), plain.text(), plain.messageId(), plain.caravelId(), plain.date(), null,
                List.of(new OutgoingMail.Picture("lamp@x.example", "image/png", EncodedFile.of(bytes))), plain.files()));
        var mixed = (Multipart) message.getContent();
        assertEquals(2, mixed.getCount());
        var alternative = (Multipart) mixed.getBodyPart(0).getContent();
        assertTrue(alternative.getBodyPart(0).isMimeType("text/plain"));
        assertTrue(alternative.getBodyPart(1).isMimeType("multipart/related"));
        var related = (Multipart) alternative.getBodyPart(1).getContent();
        assertEquals("<img src=\"cid:lamp@x.example\">", related.getBodyPart(0).getContent().toString().strip());
        assertEquals("<lamp@x.example>", related.getBodyPart(1).getHeader("Content-ID")[0]);
        assertEquals("inline", related.getBodyPart(1).getDisposition());
        assertArrayEquals(bytes, related.getBodyPart(1).getInputStream().readAllBytes());
    }

    private static OutgoingMail mail(String from, String to, String subject, String html, String text, @Nullable String unsubscribe, List<OutgoingMail.File> files) {
        return new OutgoingMail(new OutgoingMail.Mailbox(from, "anna@lumitech.example"), new OutgoingMail.Mailbox(to, "k@nordlicht.example"), subject, html, text,
                "<00112233445566778899@lumitech.example>", "00112233445566778899", WHEN, unsubscribe, List.of(), files);
    }

    private static MimeMessage parsed(OutgoingMail mail) throws Exception {
        return new MimeMessage(null, new ByteArrayInputStream(MimeWriter.write(mail)));
    }
}

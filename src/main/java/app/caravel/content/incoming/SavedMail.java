package app.caravel.content.incoming;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;

import app.caravel.reason.Problem;
import app.caravel.reason.Reason;

/** A saved mail (.eml) taken apart: its subject, its first HTML and plain text, its pictures by what the HTML calls them. */
final class SavedMail {

    /** Multiparts within multiparts; a mail made to harm has more. */
    private static final int DEEPEST = 20;

    final String subject;
    String html = "";
    String text = "";
    final Map<String, byte[]> pictures = new LinkedHashMap<>();

    SavedMail(byte[] bytes) {
        try {
            var message = new MimeMessage(null, new ByteArrayInputStream(bytes));
            var line = message.getSubject();
            subject = line == null ? "" : line.replaceAll("[\\r\\n\\t\\x00]+", " ").strip();
            collect(message, 0);
        } catch (MessagingException | IOException e) {
            throw new Problem(Reason.of("incoming.mail-broken"), e);
        }
    }

    private void collect(Part part, int depth) throws MessagingException, IOException {
        if (depth > DEEPEST) {
            return;
        }
        if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart multipart) {
            for (int i = 0; i < multipart.getCount(); i++) {
                collect(multipart.getBodyPart(i), depth + 1);
            }
        } else if (part.isMimeType("text/html") && html.isEmpty() && !Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition())) {
            html = written(part);
        } else if (part.isMimeType("text/plain") && text.isEmpty() && !Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition())) {
            text = written(part);
        } else if (part.isMimeType("image/*") && part instanceof MimeBodyPart picture) {
            var bytes = picture.getInputStream().readAllBytes();
            var id = picture.getContentID();
            if (id != null) {
                pictures.put("cid:" + id.replaceAll("^<|>$", ""), bytes);
            }
            var name = picture.getFileName();
            if (name != null) {
                pictures.putIfAbsent(name, bytes);
            }
        }
    }

    /** A part that names a character set that there is none of is read as a page would be. */
    private static String written(Part part) throws MessagingException, IOException {
        try {
            return String.valueOf(part.getContent()).replace("\0", "");
        } catch (IOException e) {
            return HtmlBytes.of(part.getInputStream().readAllBytes()).text();
        }
    }
}

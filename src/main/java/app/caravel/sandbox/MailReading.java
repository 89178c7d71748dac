package app.caravel.sandbox;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import org.jsoup.Jsoup;

/** Reads a caught mail as a mail program would. */
final class MailReading {

    private MailReading() {}

    static CaughtMail read(int number, MimeMessage message) throws MessagingException, IOException {
        var to = address(message.getAllRecipients());
        var parts = new String[] {"", ""};
        collect(message, parts);
        var source = new ByteArrayOutputStream();
        message.writeTo(source);
        var page = Jsoup.parse(parts[1]);
        List<String> links = new ArrayList<>();
        var unsubscribe = "";
        for (var link : page.select("a[href^=http]")) {
            if (link.attr("href").contains("/u/")) {
                unsubscribe = link.attr("href");
            } else {
                links.add(link.attr("href"));
            }
        }
        var pixel = page.select("img[src*=/o/]").eachAttr("src").stream().findFirst().orElse("");
        var sent = message.getSentDate();
        var id = message.getHeader("X-Caravel-Id");
        return new CaughtMail(number, id == null ? "" : id[0], to.getAddress(), to.getPersonal() == null ? "" : to.getPersonal(),
                address(message.getFrom()).toUnicodeString(), message.getSubject() == null ? "" : message.getSubject(),
                sent == null ? Instant.EPOCH : sent.toInstant(), parts[1], parts[0], List.copyOf(links), pixel, unsubscribe, source.toByteArray());
    }

    private static void collect(Part part, String[] parts) throws MessagingException, IOException {
        if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart multipart) {
            for (int i = 0; i < multipart.getCount(); i++) {
                collect(multipart.getBodyPart(i), parts);
            }
        } else if (part.isMimeType("text/html") && !Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition())) {
            parts[1] = String.valueOf(part.getContent());
        } else if (part.isMimeType("text/plain") && part.getDisposition() == null) {
            parts[0] = String.valueOf(part.getContent());
        }
    }

    /** The pictures within a mail, by what {@code cid:} calls them, as addresses that hold them. */
    static Map<String, String> pictures(CaughtMail mail) {
        var pictures = new HashMap<String, String>();
        try {
            pictures(new MimeMessage(null, new ByteArrayInputStream(mail.source())), pictures);
        } catch (MessagingException | IOException e) {
            System.getLogger(MailReading.class.getName()).log(System.Logger.Level.WARNING, "a caught mail's pictures could not be read", e);
        }
        return pictures;
    }

    private static void pictures(Part part, Map<String, String> found) throws MessagingException, IOException {
        if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart multipart) {
            for (int i = 0; i < multipart.getCount(); i++) {
                pictures(multipart.getBodyPart(i), found);
            }
        } else if (part instanceof MimeBodyPart body && body.getContentID() != null && body.isMimeType("image/*")) {
            var type = body.getContentType().replaceAll(";.*", "").strip().toLowerCase(Locale.ROOT);
            found.put(body.getContentID().replaceAll("^<|>$", ""), "data:" + type + ";base64," + Base64.getEncoder().encodeToString(body.getInputStream().readAllBytes()));
        }
    }

    private static InternetAddress address(Address[] addresses) {
        return addresses != null && addresses.length > 0 && addresses[0] instanceof InternetAddress found ? found : new InternetAddress();
    }
}

package app.caravel.sandbox;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import com.icegreen.greenmail.util.GreenMail;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import org.jspecify.annotations.Nullable;

/** What the sandbox's server caught, kept as files in the order of arrival, so that it is there after a restart too. */
public final class CaughtMails {

    private static final Session SESSION = Session.getInstance(new java.util.Properties());

    private final Path folder;
    private final List<CaughtMail> mails = new ArrayList<>();
    private @Nullable GreenMail server;
    private int takenFromServer;

    CaughtMails(Path folder) {
        this.folder = folder;
        readKept();
    }

    /** Takes what this server catches from now on. */
    synchronized void from(GreenMail started) {
        server = started;
        takenFromServer = 0;
    }

    /** All of them, those that have come since included, oldest first. */
    public synchronized List<CaughtMail> all() {
        var received = server == null ? new MimeMessage[0] : server.getReceivedMessages();
        for (; takenFromServer < received.length; takenFromServer++) {
            keep(received[takenFromServer]);
        }
        return List.copyOf(mails);
    }

    private void keep(MimeMessage message) {
        try {
            var mail = MailReading.read(mails.size(), message);
            Files.write(file(mails.size()), mail.source());
            mails.add(mail);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (MessagingException e) {
            throw new IllegalStateException("a caught mail cannot be read", e);
        }
    }

    private void readKept() {
        try {
            Files.createDirectories(folder);
            for (int number = 0; Files.exists(file(number)); number++) {
                mails.add(MailReading.read(number, new MimeMessage(SESSION, new ByteArrayInputStream(Files.readAllBytes(file(number))))));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (MessagingException e) {
            throw new IllegalStateException("a kept mail cannot be read", e);
        }
    }

    private Path file(int number) {
        return folder.resolve("%06d.eml".formatted(number));
    }
}

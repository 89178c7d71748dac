package app.caravel.mailbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import org.eclipse.angus.mail.iap.ParsingException;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.iap.Response;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.eclipse.angus.mail.imap.protocol.IMAPProtocol;
import org.eclipse.angus.mail.imap.protocol.IMAPResponse;
import org.eclipse.angus.mail.imap.protocol.ListInfo;

/** Which folder holds the sent mails: the one that the server marks (RFC 6154), else one that is called so in some language. */
final class SentNames {

    private static final String MARK = "\\Sent";
    private static final List<String> NAMES = read();

    private SentNames() {}

    /** The folder's full name. */
    static Optional<String> find(IMAPStore store, IMAPFolder root) throws MessagingException {
        var folders = new ArrayList<IMAPFolder>();
        for (var folder : root.list("*")) {
            var found = (IMAPFolder) folder;
            if (isMarked(found.getAttributes())) {
                return Optional.of(found.getFullName());
            }
            folders.add(found);
        }
        if (store.hasCapability("SPECIAL-USE")) {
            var marked = marked(root); // some say it only to those who ask
            if (marked.isPresent()) {
                return marked;
            }
        }
        // the order of the names decides: "Sent" before "Sent Items", whichever the server lists first
        for (var name : NAMES) {
            for (var folder : folders) {
                if (folded(folder.getName()).equals(name) && (folder.getType() & Folder.HOLDS_MESSAGES) != 0) {
                    return Optional.of(folder.getFullName());
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isMarked(String[] attributes) {
        return Arrays.stream(attributes).anyMatch(MARK::equalsIgnoreCase);
    }

    private static Optional<String> marked(IMAPFolder root) throws MessagingException {
        return Optional.ofNullable((String) root.doCommandIgnoreFailure(SentNames::askForMarked));
    }

    private static @org.jspecify.annotations.Nullable String askForMarked(IMAPProtocol protocol) throws ProtocolException {
        var responses = protocol.command("LIST (SPECIAL-USE) \"\" \"*\"", null);
        protocol.notifyResponseHandlers(responses);
        for (Response response : responses) {
            if (response instanceof IMAPResponse line && line.keyEquals("LIST")) {
                var folder = listed(line);
                if (isMarked(folder.attrs)) {
                    return folder.name;
                }
            }
        }
        return null;
    }

    private static ListInfo listed(IMAPResponse line) throws ParsingException {
        return new ListInfo(line);
    }

    static String folded(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC).strip().toLowerCase(Locale.ROOT);
    }

    private static List<String> read() {
        try (var in = Objects.requireNonNull(SentNames.class.getResourceAsStream("sent-names.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.isBlank() && !line.startsWith("#")).map(SentNames::folded).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

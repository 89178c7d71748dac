package app.caravel.desktop.person;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

import app.caravel.contact.Contact;
import app.caravel.desktop.kit.Background;
import app.caravel.reason.Reason;
import app.caravel.workspace.Erasure.Erased;
import app.caravel.workspace.Workspace;

/** What a person can ask for: everything that is known of him as a file, and that it is erased. */
final class PersonRights {

    private final Workspace workspace;
    private final Background background;

    PersonRights(Workspace workspace, Background background) {
        this.workspace = workspace;
        this.background = background;
    }

    /** Writes his data; hands on with how many mails. */
    void data(Contact of, Path file, Consumer<Integer> then) {
        background.run(() -> workspace.personData().write(of.address(), file), then);
    }

    /** Erases him for good. */
    void erase(Contact whom, Consumer<Erased> then, Consumer<Reason> failed) {
        background.run(() -> workspace.erasure().erase(whom.address()), then, failed);
    }

    /** Where his name still stands, by the kind of thing: {@code campaign, note, list, contact, other}. */
    static Map<String, Integer> places(Erased erased) {
        var places = new TreeMap<String, Integer>();
        erased.stillNamed().forEach((column, n) -> places.merge(switch (column.substring(0, column.indexOf('.'))) {
            case "campaign", "content_version", "attachment" -> "campaign";
            case "note", "next_step" -> "note";
            case "list", "segment", "tag" -> "list";
            case "contact", "company", "contact_change", "import_change", "deleted_contact" -> "contact";
            default -> "other";
        }, n, Integer::sum));
        return places;
    }
}

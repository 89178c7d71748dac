package app.caravel.content.template;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import app.caravel.content.Original;
import app.caravel.content.Variant;
import app.caravel.reason.Problem;
import app.caravel.store.Database;

/** The sender's own templates: kept, renamed, put away, deleted and brought back, each with a picture. */
public final class Templates {

    private final TemplateStore store;
    private final Clock clock;

    public Templates(Database database, Clock clock) {
        this.store = new TemplateStore(database.jdbi());
        this.clock = clock;
    }

    /** The newest first, those that were put away among them. */
    public List<OwnTemplate> all() {
        return store.all();
    }

    public Optional<OwnTemplate> find(long id) {
        return store.find(id);
    }

    public Optional<OwnTemplate> find(String name) {
        return store.find(name);
    }

    /** A new one under a name of its own: the name given, or with a number behind it. */
    public OwnTemplate create(String wishedName, String subject, String html, @Nullable String text, Original original, String note) {
        return create(wishedName, subject, html, text, original, note, List.of());
    }

    /** The same in several languages. */
    public OwnTemplate create(String wishedName, String subject, String html, @Nullable String text, Original original, String note, List<Variant> variants) {
        var name = named(wishedName);
        return kept(new OwnTemplate(0, free(name), subject, html, text, original, "", note, false, clock.instant(), variants));
    }

    public OwnTemplate duplicate(OwnTemplate template) {
        return kept(new OwnTemplate(0, free(template.name()), template.subject(), template.html(), template.text(), template.original(), template.forWhom(), template.note(), false, clock.instant(),
                template.variants()));
    }

    /**
     * Keeps what the sender says of it.
     *
     * @throws Problem where it gets no name, or another's
     */
    public OwnTemplate describe(OwnTemplate template, String newName, String forWhom, String when) {
        var name = named(newName);
        store.find(name).filter(other -> other.id() != template.id()).ifPresent(_ -> {
            throw Problem.of("templates.name-taken", "name", name);
        });
        store.update(template.described(name, forWhom, when));
        return store.find(template.id()).orElseThrow();
    }

    /** Puts it away, or back. */
    public void archive(OwnTemplate template, boolean away) {
        store.update(template.archived(away));
    }

    /** Deletes it; {@link #bringBack} takes that back. */
    public void delete(OwnTemplate template) {
        store.delete(template.id());
    }

    /** Under the name it had, or with a number behind where that was taken meanwhile. Its picture is drawn anew. */
    public OwnTemplate bringBack(OwnTemplate template) {
        return kept(template.withName(free(template.name())));
    }

    /** Its PNG, where it was drawn. */
    public Optional<byte[]> picture(long id) {
        return store.picture(id);
    }

    public void keepPicture(long id, byte[] png) {
        store.keepPicture(id, png);
    }

    private OwnTemplate kept(OwnTemplate template) {
        return store.find(store.insert(template)).orElseThrow();
    }

    private String free(String wished) {
        var name = wished;
        for (int n = 2; store.find(name).isPresent(); n++) {
            name = wished + " " + n;
        }
        return name;
    }

    private static String named(String written) {
        if (written.isBlank()) {
            throw Problem.of("templates.no-name");
        }
        return written.strip();
    }
}

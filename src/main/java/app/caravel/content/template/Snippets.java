package app.caravel.content.template;

import java.time.Clock;
import java.util.List;

import app.caravel.content.design.Block;
import app.caravel.reason.Problem;
import app.caravel.store.Database;

/** Pieces of mails, by name. Blocks that are read come under ids of their own, ready to be put into a mail. */
public final class Snippets {

    private final SnippetStore store;
    private final Clock clock;

    public Snippets(Database database, Clock clock) {
        this.store = new SnippetStore(database.jdbi());
        this.clock = clock;
    }

    /** By name, those that were put away among them. */
    public List<Snippet> all() {
        return store.all();
    }

    /** A new one under a name of its own: the name given, or with a number behind it. */
    public Snippet create(String wishedName, List<Block> blocks) {
        return kept(new Snippet(0, free(named(wishedName)), blocks, false, clock.instant()));
    }

    public Snippet duplicate(Snippet snippet) {
        return create(snippet.name(), snippet.blocks());
    }

    public Snippet rename(Snippet snippet, String newName) {
        var name = named(newName);
        store.find(name).filter(other -> other.id() != snippet.id()).ifPresent(_ -> {
            throw Problem.of("templates.name-taken", "name", name);
        });
        return changed(new Snippet(snippet.id(), name, snippet.blocks(), snippet.archived(), clock.instant()));
    }

    /** The same with other blocks. */
    public Snippet rewrite(Snippet snippet, List<Block> blocks) {
        return changed(new Snippet(snippet.id(), snippet.name(), blocks, snippet.archived(), clock.instant()));
    }

    /** Puts it away, or back. */
    public Snippet archive(Snippet snippet, boolean away) {
        return changed(new Snippet(snippet.id(), snippet.name(), snippet.blocks(), away, snippet.changedAt()));
    }

    /** Deletes it; {@link #bringBack} takes that back. */
    public void delete(Snippet snippet) {
        store.delete(snippet.id());
    }

    public Snippet bringBack(Snippet snippet) {
        return kept(new Snippet(snippet.id(), free(snippet.name()), snippet.blocks(), snippet.archived(), snippet.changedAt()));
    }

    private Snippet changed(Snippet snippet) {
        store.update(snippet);
        return store.find(snippet.id()).orElseThrow();
    }

    private Snippet kept(Snippet snippet) {
        return store.find(store.insert(snippet)).orElseThrow();
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

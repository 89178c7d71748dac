package app.caravel.campaign;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

import app.caravel.content.SubjectLine;
import app.caravel.reason.Problem;
import app.caravel.store.Database;
import app.caravel.store.Json;

/** The subjects of mails as they were sent, without the rest of them: the log wants one for each of its lines. */
public final class SentSubjects {

    private final Jdbi db;
    private final Map<Long, SubjectLine> byContent = new ConcurrentHashMap<>();
    private final Map<Long, String> sameForAll = new ConcurrentHashMap<>();

    public SentSubjects(Database database) {
        this.db = database.jdbi();
    }

    /**
     * A mail's subject.
     *
     * @param contentId the content_version it was made of
     * @param merge the values that were filled in, as JSON; asked only where the subject has fields
     */
    public String of(long contentId, Supplier<@Nullable String> merge) {
        var line = byContent.computeIfAbsent(contentId, this::read);
        if (line.isSameForAll()) {
            return sameForAll.computeIfAbsent(contentId, _ -> line.render(Map.of()));
        }
        var values = merge.get();
        return line.render(values == null ? Map.of() : Json.object(values));
    }

    /** What a campaign's subject will be, where it is the same for all; nothing can be said before a mail is made else. */
    public static Optional<String> planned(String template) {
        try {
            var line = SubjectLine.of(template);
            return line.isSameForAll() ? Optional.of(line.render(Map.of())) : Optional.empty();
        } catch (Problem unreadable) {
            return Optional.empty();
        }
    }

    private SubjectLine read(long contentId) {
        return SubjectLine.of(db.withHandle(h -> h.createQuery("SELECT subject FROM content_version WHERE id = :id").bind("id", contentId)
                .mapTo(String.class).findOne()).orElse(""));
    }
}

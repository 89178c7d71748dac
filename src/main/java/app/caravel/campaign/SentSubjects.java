package app.caravel.campaign;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

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

    public SentSubjects(Database database) {
        this.db = database.jdbi();
    }

    /**
     * A mail's subject.
     *
     * @param contentId the content_version it was made of
     * @param merge the values that were filled in, as JSON
     */
    public String of(long contentId, @Nullable String merge) {
        var line = byContent.computeIfAbsent(contentId, this::read);
        return line.render(line.isSameForAll() || merge == null ? Map.of() : Json.object(merge));
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

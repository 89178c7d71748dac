package app.caravel.contact.imports;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * How an import went, or would go. Rows of the file = read + blank; read = added + merged + rejected.
 *
 * @param importId 0 where nothing was written
 * @param encoding of a text file
 * @param rejects in the order of their lines; a very long text is cut
 * @param cancelled stopped by a person: nothing of it was kept
 */
public record ImportResult(
        long importId, long read, long blank, long added, long merged, long rejected, @Nullable String encoding, List<Reject> rejects, Notices notices, boolean cancelled) {}

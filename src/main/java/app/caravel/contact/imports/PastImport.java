package app.caravel.contact.imports;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * An import as it was accounted for.
 *
 * @param list its list's name now, null where the list is gone
 * @param rejected rows left out; their texts are kept until the import is taken back
 * @param undoneAt null while it stands
 */
public record PastImport(long id, String file, Instant at, @Nullable String list, MergePolicy policy, long read, long added, long merged, long rejected, @Nullable Instant undoneAt) {}

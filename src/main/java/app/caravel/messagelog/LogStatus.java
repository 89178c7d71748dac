package app.caravel.messagelog;

import java.nio.file.Path;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

import app.caravel.reason.Reason;

/**
 * How the log stands.
 *
 * @param folder where the files are
 * @param files how many of ours
 * @param bytes theirs together
 * @param offSince null while it is on, and where nobody kept when it was switched off
 * @param problem why the files are behind the ledger; null where all is well
 */
public record LogStatus(LogSettings settings, Path folder, int files, long bytes, @Nullable Instant offSince, @Nullable Reason problem) {}

package app.caravel.messagelog;

import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

/**
 * How the log is kept, as {@code Set-TransportService} has it.
 *
 * @param on MessageTrackingLogEnabled
 * @param folder MessageTrackingLogPath; null: the workspace's own
 * @param fileBytes MessageTrackingLogMaxFileSize
 * @param folderBytes MessageTrackingLogMaxDirectorySize; 0: no limit
 * @param days MessageTrackingLogMaxAge; 0: for good
 * @param subjects MessageTrackingLogSubjectLoggingEnabled
 */
public record LogSettings(boolean on, @Nullable Path folder, long fileBytes, long folderBytes, int days, boolean subjects) {

    public static final long MEGABYTE = 1024 * 1024;

    /** What Exchange begins with. */
    public static final LogSettings DEFAULT = new LogSettings(true, null, 10 * MEGABYTE, 1000 * MEGABYTE, 30, true);

    public LogSettings {
        fileBytes = Math.max(4096, fileBytes);
        folderBytes = Math.max(0, folderBytes);
        days = Math.max(0, days);
    }

    public LogSettings on(boolean now) {
        return new LogSettings(now, folder, fileBytes, folderBytes, days, subjects);
    }

    public LogSettings in(@Nullable Path now) {
        return new LogSettings(on, now, fileBytes, folderBytes, days, subjects);
    }

    public LogSettings filesOf(long bytes) {
        return new LogSettings(on, folder, bytes, folderBytes, days, subjects);
    }

    public LogSettings folderOf(long bytes) {
        return new LogSettings(on, folder, fileBytes, bytes, days, subjects);
    }

    public LogSettings keptFor(int now) {
        return new LogSettings(on, folder, fileBytes, folderBytes, now, subjects);
    }

    public LogSettings subjects(boolean now) {
        return new LogSettings(on, folder, fileBytes, folderBytes, days, now);
    }
}

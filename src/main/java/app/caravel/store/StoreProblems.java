package app.caravel.store;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

import app.caravel.reason.Problem;
import app.caravel.reason.Reason;

/** SQLite's errors in words that a person can act on. */
public final class StoreProblems {

    /** A write past the end of a full disk surfaces as one of these in WAL mode; so does the index of the log, which every connection begins with. */
    private static final Set<SQLiteErrorCode> FULL = EnumSet.of(SQLiteErrorCode.SQLITE_IOERR_WRITE, SQLiteErrorCode.SQLITE_IOERR_SHMSIZE);

    private StoreProblems() {}

    /** The problem of an error at a file; the error stays as its cause. */
    public static Problem of(Throwable error, Path file) {
        return new Problem(Reason.of(key(error), "file", file.toString()), error);
    }

    /** What an error of the database means, wherever it lies among the causes; empty where it is none. */
    public static Optional<Reason> find(Throwable error, Path file) {
        for (var cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLiteException) {
                return Optional.of(Reason.of(key(error), "file", file.toString()));
            }
        }
        return Optional.empty();
    }

    /** Whether the error says that the disk is full. */
    public static boolean isDiskFull(Throwable error) {
        return key(error).equals("store.disk-full");
    }

    private static String key(Throwable error) {
        for (var cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLiteException sqlite) {
                return switch (SQLiteErrorCode.getErrorCode(sqlite.getResultCode().code & 0xff)) {
                    case SQLITE_FULL -> "store.disk-full";
                    case SQLITE_READONLY, SQLITE_CANTOPEN, SQLITE_PERM -> "store.cannot-write";
                    case SQLITE_BUSY, SQLITE_LOCKED -> "store.busy";
                    case SQLITE_NOTADB, SQLITE_CORRUPT -> "store.damaged";
                    case SQLITE_IOERR -> FULL.contains(sqlite.getResultCode()) ? "store.disk-full" : "store.io";
                    default -> "store.failed";
                };
            }
        }
        return "store.failed";
    }
}

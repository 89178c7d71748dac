package app.caravel.sheet;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

import app.caravel.reason.Problem;
import app.caravel.reason.Reason;

/** Why a table could not be saved, in words that a person can act on. */
final class SheetProblems {

    private SheetProblems() {}

    static Problem of(IOException error, Path file) {
        return new Problem(Reason.of(key(error, file), "file", file.toString()), error);
    }

    private static String key(IOException error, Path file) {
        var message = String.valueOf(error.getMessage()).toLowerCase(java.util.Locale.ROOT);
        if (error instanceof NoSuchFileException) {
            return "sheet.no-folder";
        }
        if (message.contains("no space left") || message.contains("not enough space")) {
            return "sheet.disk-full";
        }
        // Windows lets nobody write what Excel has open
        if (error instanceof FileSystemException && !(error instanceof AccessDeniedException) && Files.exists(file) && message.contains("another process")) {
            return "sheet.open-elsewhere";
        }
        return "sheet.cannot-write";
    }
}

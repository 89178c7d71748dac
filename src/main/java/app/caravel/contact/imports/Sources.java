package app.caravel.contact.imports;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

import app.caravel.reason.Problem;
import app.caravel.reason.Reason;

/** Tells what kind of file it is by its first bytes, whatever its name ends in. */
final class Sources {

    private Sources() {}

    /**
     * @throws Problem where there is no such file, or it holds no table
     */
    static Source of(Path file, ImportOptions options) {
        var name = String.valueOf(file.getFileName());
        if (!Files.exists(file)) {
            throw Problem.of("contacts.import-missing", "file", file.toString());
        }
        if (Files.isDirectory(file)) {
            throw Problem.of("contacts.import-directory", "folder", file.toString());
        }
        if (!Files.isRegularFile(file)) {
            throw Problem.of("contacts.import-no-file", "file", file.toString());
        }
        try {
            if (Files.size(file) == 0) {
                throw Problem.of("contacts.import-empty", "file", name);
            }
            byte[] first;
            try (var in = Files.newInputStream(file)) {
                first = in.readNBytes(8);
            }
            if (starts(first, 0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1)) {
                return XlsSource.of(file, options);
            }
            if (starts(first, 'P', 'K', 3, 4)) {
                return XlsxSource.of(file, options);
            }
            return TextFile.source(file, options);
        } catch (IOException e) {
            throw problem(e, file);
        }
    }

    /** The last resort, where a library holds more of a file than there is room for. */
    static Problem tooLarge(OutOfMemoryError e, Path file) {
        return new Problem(Reason.of("contacts.import-too-large", "file", String.valueOf(file.getFileName())), e);
    }

    private static boolean starts(byte[] first, int... bytes) {
        for (int i = 0; i < bytes.length; i++) {
            if (i >= first.length || (first[i] & 0xFF) != bytes[i]) {
                return false;
            }
        }
        return true;
    }

    static Problem problem(IOException e, Path file) {
        var key = switch (e) {
            case AccessDeniedException _ -> "contacts.import-unreadable";
            case NoSuchFileException _ -> "contacts.import-missing";
            // Windows lets nobody read what another program has locked
            case FileSystemException locked when String.valueOf(locked.getMessage()).contains("another process") -> "contacts.import-open-elsewhere";
            default -> "contacts.import-io";
        };
        return new Problem(Reason.of(key, "file", file.toString()), e);
    }
}

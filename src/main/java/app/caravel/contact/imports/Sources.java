package app.caravel.contact.imports;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

import org.dhatim.fastexcel.reader.ReadableWorkbook;

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
            if (first.length == 8 && ReadableWorkbook.isOLE2Header(first)) {
                return XlsSource.of(file, options);
            }
            if (first.length == 8 && ReadableWorkbook.isOOXMLZipHeader(first)) {
                return XlsxSource.of(file, options);
            }
            return TextFile.source(file, options);
        } catch (IOException e) {
            throw problem(e, file);
        }
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

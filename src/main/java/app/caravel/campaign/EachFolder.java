package app.caravel.campaign;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import app.caravel.reason.Problem;
import app.caravel.reason.Reason;

/**
 * The files of a folder by their names, read once. A recipient's file is looked up among the names that are there and no
 * path is made of his values: {@code ../} and its like find nothing.
 */
final class EachFolder {

    private final Map<String, Path> byName = new HashMap<>();
    private final Map<String, Path> byFolded = new HashMap<>();
    private final FileName name;

    /** @throws Problem where the folder cannot be read or the pattern not understood */
    EachFolder(EachFiles.Each each) {
        name = new FileName(each.pattern());
        try (var files = Files.list(each.folder())) {
            files.filter(Files::isRegularFile).sorted().forEach(file -> {
                var written = String.valueOf(file.getFileName());
                byName.put(written, file);
                byFolded.putIfAbsent(folded(written), file);
            });
        } catch (IOException | java.io.UncheckedIOException e) {
            throw new Problem(Reason.of("files.folder-unreadable", "folder", each.folder().toString()), e);
        }
    }

    /** One recipient's file; nothing where there is none for him. */
    Optional<Path> find(Map<String, Object> values) {
        return name.exact(values).flatMap(wanted -> Optional.ofNullable(byName.getOrDefault(wanted, byFolded.get(folded(wanted)))));
    }

    /** The name that was looked for, for a sentence. */
    String wanted(Map<String, Object> values) {
        return name.shown(values);
    }

    /** Systems differ in case and in how they write accents: an item number is the same to its reader. */
    private static String folded(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }
}

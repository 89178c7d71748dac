package app.caravel.contact.imports;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What is offered and taken for an import, by the ending of its name. What a file really holds is told by its first bytes. */
public final class FileKinds {

    private static final List<String> ENDINGS = List.of("csv", "tsv", "txt", "xlsx", "xls", "vcf", "json");

    private FileKinds() {}

    /** For a dialog that lets a person choose a file. */
    public static String[] patterns() {
        return ENDINGS.stream().map(ending -> "*." + ending).toArray(String[]::new);
    }

    public static boolean isRead(Path file) {
        var name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return ENDINGS.contains(name.substring(name.lastIndexOf('.') + 1));
    }

    /** Of files let go together, the first that can be read. */
    public static Optional<Path> firstRead(List<Path> files) {
        return files.stream().filter(FileKinds::isRead).findFirst();
    }
}

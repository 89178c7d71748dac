package app.caravel.messagelog;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** The log's settings among the workspace's. What is not there, or cannot be read, is Exchange's default. */
final class KeptLogSettings {

    private static final String ON = "messagelog.on";
    private static final String FOLDER = "messagelog.folder";
    private static final String FILE_BYTES = "messagelog.file-bytes";
    private static final String FOLDER_BYTES = "messagelog.folder-bytes";
    private static final String DAYS = "messagelog.days";
    private static final String SUBJECTS = "messagelog.subjects";

    private final Function<String, Optional<String>> get;
    private final BiConsumer<String, String> put;

    KeptLogSettings(Function<String, Optional<String>> get, BiConsumer<String, String> put) {
        this.get = get;
        this.put = put;
    }

    LogSettings read() {
        var plain = LogSettings.DEFAULT;
        var folder = get.apply(FOLDER).filter(path -> !path.isBlank()).map(Path::of).orElse(null);
        return new LogSettings(flag(ON, plain.on()), folder, number(FILE_BYTES, plain.fileBytes()), number(FOLDER_BYTES, plain.folderBytes()),
                (int) number(DAYS, plain.days()), flag(SUBJECTS, plain.subjects()));
    }

    void keep(LogSettings settings) {
        put.accept(ON, String.valueOf(settings.on()));
        put.accept(FOLDER, settings.folder() == null ? "" : settings.folder().toString());
        put.accept(FILE_BYTES, String.valueOf(settings.fileBytes()));
        put.accept(FOLDER_BYTES, String.valueOf(settings.folderBytes()));
        put.accept(DAYS, String.valueOf(settings.days()));
        put.accept(SUBJECTS, String.valueOf(settings.subjects()));
    }

    private boolean flag(String name, boolean otherwise) {
        return get.apply(name).map(Boolean::parseBoolean).orElse(otherwise);
    }

    private long number(String name, long otherwise) {
        return get.apply(name).filter(value -> value.matches("\\d{1,15}")).map(Long::parseLong).orElse(otherwise);
    }
}

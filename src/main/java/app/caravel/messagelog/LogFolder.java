package app.caravel.messagelog;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** The folder that the log is written into. Other files may lie there: a real server's, another workspace's. They are left alone. */
final class LogFolder {

    private final Path folder;
    private final String key;
    private final LogStore store;

    /**
     * @param folder where it is
     * @param key its name in the store: empty for the home's own, so that a home that is moved knows its files
     */
    LogFolder(Path folder, String key, LogStore store) {
        this.folder = folder;
        this.key = key;
        this.store = store;
    }

    Path path() {
        return folder;
    }

    String key() {
        return key;
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    /** A name for the next file of a day that nobody has taken. */
    LogName next(LocalDate day) {
        int number = store.files(key).stream().flatMap(name -> LogName.of(Path.of(name)).stream()).filter(name -> name.day().equals(day))
                .mapToInt(LogName::number).max().orElse(0) + 1;
        while (Files.exists(file(LogName.own(day, number).file()))) {
            number++;
        }
        return LogName.own(day, number);
    }

    /** Our files that are there, the oldest first, with their bytes. */
    List<Map.Entry<LogName, Long>> own() throws IOException {
        var own = new ArrayList<Map.Entry<LogName, Long>>();
        for (var name : store.files(key)) {
            var parsed = LogName.of(Path.of(name));
            if (parsed.isPresent() && isOurs(file(name))) {
                own.add(Map.entry(parsed.get(), Files.size(file(name))));
            }
        }
        own.sort(Map.Entry.comparingByKey(Comparator.naturalOrder()));
        return own;
    }

    /** Whether a file under one of our names is still ours: somebody may have put another in its place. */
    private static boolean isOurs(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return false;
        }
        try (var in = Files.newInputStream(file)) {
            var head = in.readNBytes(LogHead.OURS.length());
            return head.length == 0 || LogHead.isOurs(head);
        }
    }

    /** Exchange's three rules, less the size of one file: what is too old goes, then the oldest until the rest fits. */
    void tidy(LogSettings settings, LocalDate today, @Nullable String writing) throws IOException {
        var own = own();
        long total = own.stream().mapToLong(Map.Entry::getValue).sum();
        for (var each : own) {
            var name = each.getKey().file();
            boolean tooOld = settings.days() > 0 && each.getKey().day().isBefore(today.minusDays(settings.days()));
            boolean tooMuch = settings.folderBytes() > 0 && total > settings.folderBytes();
            if ((tooOld || tooMuch) && !name.equals(writing)) {
                delete(name);
                total -= each.getValue();
            }
        }
    }

    void deleteAllOfOurs() throws IOException {
        for (var each : own()) {
            delete(each.getKey().file());
        }
    }

    private void delete(String name) throws IOException {
        Files.deleteIfExists(LogHead.indexOf(file(name)));
        Files.deleteIfExists(file(name));
        store.forget(key, name);
    }
}

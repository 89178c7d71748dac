package app.caravel.messagelog.search;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.jspecify.annotations.Nullable;

import app.caravel.messagelog.LogName;
import app.caravel.reason.Problem;
import app.caravel.reason.Reason;

/**
 * Looks through a folder of log files, all cores at once. A line is taken apart only where the longest word that is looked
 * for stands in it.
 */
public final class LogSearch {

    private final Path folder;
    private final boolean indexed;
    private final boolean countLines;

    private LogSearch(Path folder, boolean indexed, boolean countLines) {
        this.folder = folder;
        this.indexed = indexed;
        this.countLines = countLines;
    }

    /** Looks into a folder, or one file, of whomever; nothing is written there. */
    public static LogSearch in(Path folderOrFile) {
        return new LogSearch(folderOrFile, false, false);
    }

    /** Looks into a folder of ours: an index of Message-IDs is kept beside each file. */
    public LogSearch indexed() {
        return new LogSearch(folder, true, countLines);
    }

    /** Also counts the lines that do not fit. */
    public LogSearch counting() {
        return new LogSearch(folder, indexed, true);
    }

    /** @throws Problem where the folder cannot be read, or holds no log */
    public LogResults find(LogQuery query) {
        var unreadable = new ArrayList<Path>();
        var files = files(query, unreadable);
        var hits = new ArrayList<Hit>();
        long fit = 0;
        long lines = 0;
        long broken = 0;
        try (var pool = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors(), Thread.ofPlatform().daemon().name("log-search-", 0).factory())) {
            var running = new ArrayList<Future<Scan.Found>>();
            var of = new ArrayList<SourceFile>();
            for (int i = 0; i < files.size(); i++) {
                for (var work : works(query, files.get(i), i)) {
                    running.add(pool.submit(work));
                    of.add(files.get(i));
                }
            }
            for (int i = 0; i < running.size(); i++) {
                try {
                    var found = running.get(i).get();
                    hits.addAll(found.hits());
                    fit += found.found();
                    lines += found.lines();
                    broken += found.broken();
                } catch (ExecutionException e) {
                    if (!(e.getCause() instanceof IOException)) {
                        throw new IllegalStateException(e.getCause());
                    }
                    unreadable.add(of.get(i).path());
                } catch (InterruptedException e) {
                    pool.shutdownNow();
                    Thread.currentThread().interrupt();
                    throw new Problem(Reason.of("messagelog.stopped"), e);
                }
            }
        } catch (IOException e) {
            throw new Problem(Reason.of("messagelog.cannot-read", "folder", folder.toString()), e);
        }
        hits.sort(query.order());
        var first = query.limit() > 0 && hits.size() > query.limit() ? List.copyOf(hits.subList(0, query.limit())) : hits;
        return new LogResults(files, first, fit, lines, broken, unreadable.stream().distinct().toList());
    }

    private List<Callable<Scan.Found>> works(LogQuery query, SourceFile file, int number) throws IOException {
        if (file.isPacked()) {
            return List.of(() -> {
                var scan = new Scan(query, file, number, true, countLines);
                Parts.scanPacked(file, scan);
                return scan.found();
            });
        }
        if (indexed && !countLines && MessageIds.answers(query, file)) {
            return List.of(() -> MessageIds.of(file).scan(query, file, number));
        }
        var works = new ArrayList<Callable<Scan.Found>>();
        for (var part : Parts.of(file)) {
            works.add(() -> {
                var scan = new Scan(query, file, number, false, countLines);
                Parts.scan(file, part, scan);
                return scan.found();
            });
        }
        return works;
    }

    /** The logs of the folder that may hold something of that time, in their order. */
    private List<SourceFile> files(LogQuery query, List<Path> unreadable) {
        var paths = new ArrayList<Path>();
        if (Files.isRegularFile(folder)) {
            paths.add(folder);
        } else if (Files.isDirectory(folder) || !indexed) { // ours may not be there yet
            try (var all = Files.list(folder)) {
                all.filter(LogSearch::looksLikeLog).filter(Files::isRegularFile).forEach(paths::add);
            } catch (IOException e) {
                throw new Problem(Reason.of("messagelog.cannot-read", "folder", folder.toString()), e);
            }
        }
        if (paths.isEmpty() && !indexed) {
            throw Problem.of("messagelog.no-log", "folder", folder.toString());
        }
        var files = new ArrayList<SourceFile>();
        for (var path : paths) {
            if (LogName.of(path).map(name -> mayHold(name, query.start(), query.end())).orElse(true)) {
                try {
                    SourceFile.of(path).ifPresentOrElse(files::add, () -> LogName.of(path).ifPresent(_ -> unreadable.add(path)));
                } catch (IOException e) {
                    unreadable.add(path);
                }
            }
        }
        files.sort(Comparator.<SourceFile, LogName>comparing(file -> file.name().orElse(null), Comparator.nullsLast(Comparator.naturalOrder())).thenComparing(SourceFile::path));
        return files;
    }

    private static boolean looksLikeLog(Path file) {
        var name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".log") || name.endsWith(".log.gz");
    }

    /** A file holds its day, in UTC; a day more on both sides, for clocks that were set. */
    private static boolean mayHold(LogName name, @Nullable Instant start, @Nullable Instant end) {
        return (start == null || !name.day().isBefore(LocalDate.ofInstant(start, ZoneOffset.UTC).minusDays(1)))
                && (end == null || !name.day().isAfter(LocalDate.ofInstant(end, ZoneOffset.UTC).plusDays(1)));
    }
}

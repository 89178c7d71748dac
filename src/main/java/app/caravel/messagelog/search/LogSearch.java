package app.caravel.messagelog.search;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

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
        var unreadable = new ConcurrentLinkedQueue<Path>();
        var files = files(query, unreadable);
        var works = new ConcurrentLinkedQueue<>(works(query, files, unreadable));
        var kept = new Kept(query);
        var counts = Scan.Counts.NONE;
        int threads = Math.clamp(works.size(), 1, Runtime.getRuntime().availableProcessors());
        Callable<Scan.Counts> looking = () -> look(works, query, kept, unreadable);
        try (var pool = Executors.newFixedThreadPool(threads, Thread.ofPlatform().daemon().name("log-search-", 0).factory())) {
            try {
                for (var counted : pool.invokeAll(Collections.nCopies(threads, looking))) {
                    counts = counts.and(counted.get());
                }
            } catch (ExecutionException e) {
                throw new IllegalStateException(e.getCause());
            } catch (InterruptedException e) {
                works.clear();
                pool.shutdownNow();
                Thread.currentThread().interrupt();
                throw new Problem(Reason.of("messagelog.stopped"), e);
            }
        }
        return new LogResults(files, kept.all(), counts.fit(), counts.lines(), counts.broken(), unreadable.stream().distinct().sorted().toList());
    }

    /** All work, that first which brings what the query wants first: then little of the rest need be kept. */
    private List<Work> works(LogQuery query, List<SourceFile> files, Collection<Path> unreadable) {
        var works = new ArrayList<Work>();
        for (int i = 0; i < files.size(); i++) {
            try {
                works.addAll(Work.of(files.get(i), i, query, indexed));
            } catch (IOException e) { // it went meanwhile
                unreadable.add(files.get(i).path());
            }
        }
        return query.latestFirst() ? works.reversed() : works;
    }

    /** What one thread does: it takes work until there is none. */
    private Scan.Counts look(Queue<Work> works, LogQuery query, Kept kept, Collection<Path> unreadable) {
        var pieces = new Pieces();
        var scan = new Scan(query, kept, countLines);
        for (var work = works.poll(); work != null; work = works.poll()) {
            try {
                scan.enter(work.file(), work.number());
                work.through(pieces, scan);
            } catch (IOException e) {
                unreadable.add(work.file().path());
            }
        }
        return scan.end();
    }

    /** The logs of the folder that may hold something of that time, in their order. */
    private List<SourceFile> files(LogQuery query, Collection<Path> unreadable) {
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

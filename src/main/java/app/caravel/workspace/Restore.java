package app.caravel.workspace;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

import org.jspecify.annotations.Nullable;

import app.caravel.campaign.CampaignState;
import app.caravel.reason.Problem;
import app.caravel.reason.Reason;
import app.caravel.store.Database;
import app.caravel.store.Disk;
import app.caravel.store.Json;

/**
 * Puts a backup in the place of a workspace. What stood there is moved aside, never deleted; before it is, the backup's
 * database was read from end to end. The workspace must not be open, and the caller holds the home's {@link HomeLock}.
 */
public final class Restore {

    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private Restore() {}

    /**
     * What was restored.
     *
     * @param setAside where the workspace that stood there is now, null where there was none
     * @param passwords how many passwords came back
     * @param paused campaigns that were running or planned when the backup was made: they wait for a person, because what
     *     was sent since the backup is not in it, and going on by themselves they could mail people twice
     */
    public record Restored(Instant madeAt, int contacts, @Nullable Path setAside, int passwords, int paused) {}

    /** What a backup holds, before it is restored. */
    public static Backup.About about(Path file) {
        try (var zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8)) {
            var about = Json.object(text(zip, Backup.ABOUT));
            if (((Number) about.getOrDefault("format", 0)).intValue() != Backup.FORMAT || zip.getEntry(Backup.DATABASE) == null) {
                throw Problem.of("backup.not-one", "file", file.toString());
            }
            return new Backup.About(Instant.parse(String.valueOf(about.get("made_at"))), ((Number) about.getOrDefault("contacts", 0)).intValue(),
                    zip.getEntry(Backup.PASSWORDS) != null);
        } catch (IOException e) {
            throw unreadable(e, file);
        }
    }

    /**
     * Restores.
     *
     * @param passphrase null: passwords, if there are any, are left out
     */
    public static Restored run(Home home, Path file, char @Nullable [] passphrase, Clock clock) {
        var about = about(file);
        home.make();
        var fresh = home.folder().resolve("restore.part");
        try (var zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8)) {
            deleteFolder(fresh);
            Files.createDirectories(fresh.resolve("attachments"));
            Files.createDirectories(fresh.resolve("pictures"));
            Home.ownerOnly(fresh);
            var passwords = passphrase == null || !about.passwords() ? null : Sealed.open(bytes(zip, Backup.PASSWORDS), passphrase);
            extract(zip, fresh);
            check(fresh.resolve(Backup.DATABASE), file);
            var aside = setAside(home, clock);
            Backup.move(fresh.resolve(Backup.DATABASE), home.database());
            moveAll(fresh.resolve("attachments"), home.attachments());
            moveAll(fresh.resolve("pictures"), home.pictures());
            try (var workspace = Workspace.open(home, clock)) {
                return new Restored(about.madeAt(), about.contacts(), aside, passwords == null ? 0 : restorePasswords(workspace, passwords), pause(workspace));
            }
        } catch (IOException e) {
            throw Disk.isFull(e, home.database()) ? new Problem(Reason.of("store.disk-full", "file", home.folder().toString()), e) : unreadable(e, file);
        } finally {
            deleteFolder(fresh);
        }
    }

    private static void extract(ZipFile zip, Path into) throws IOException {
        for (var entries = zip.entries(); entries.hasMoreElements();) {
            var entry = entries.nextElement();
            var name = entry.getName();
            // an attachment's or picture's name is the hash of its bytes: anything else in a path is somebody's trick
            boolean wanted = name.equals(Backup.DATABASE) || name.matches(Backup.ATTACHMENTS + "[0-9a-fA-F]{64}") || name.matches(Backup.PICTURES + "[0-9a-f]{64}\\.(png|jpg|gif)");
            if (wanted) {
                try (InputStream in = zip.getInputStream(entry)) {
                    Files.copy(in, into.resolve(name));
                }
                Home.ownerOnly(into.resolve(name));
            }
        }
    }

    /** Reads the whole database, and brings an older one up to date while it lies aside. */
    private static void check(Path database, Path file) {
        try (var opened = Database.open(database)) {
            var sound = opened.jdbi().withHandle(handle -> handle.createQuery("PRAGMA integrity_check").mapTo(String.class).list());
            if (!sound.equals(java.util.List.of("ok"))) {
                throw Problem.of("backup.damaged-file", "file", file.toString());
            }
            opened.jdbi().useHandle(handle -> handle.execute("PRAGMA wal_checkpoint(TRUNCATE)"));
        }
    }

    private static @Nullable Path setAside(Home home, Clock clock) throws IOException {
        if (!home.exists()) {
            return null;
        }
        var aside = home.folder().resolve("before-restore-" + STAMP.format(clock.instant()));
        Files.createDirectories(aside);
        Home.ownerOnly(aside);
        for (var suffix : new String[] {"", "-wal", "-shm"}) {
            var part = home.folder().resolve(Backup.DATABASE + suffix);
            if (Files.exists(part)) {
                Files.move(part, aside.resolve(part.getFileName()));
            }
        }
        for (var folder : java.util.List.of(home.attachments(), home.pictures())) {
            if (Files.isDirectory(folder)) {
                Files.move(folder, aside.resolve(folder.getFileName()));
            }
        }
        return aside;
    }

    private static void moveAll(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (var files = Files.list(from)) {
            for (var file : files.toList()) {
                Backup.move(file, to.resolve(file.getFileName()));
            }
        }
    }

    private static int restorePasswords(Workspace workspace, byte[] json) {
        int restored = 0;
        for (var password : Json.strings(new String(json, StandardCharsets.UTF_8)).entrySet()) {
            var account = workspace.accounts().find(Long.parseLong(password.getKey()));
            if (account.isPresent()) {
                workspace.secrets().setPassword(account.get(), password.getValue().toCharArray());
                restored++;
            }
        }
        return restored;
    }

    private static int pause(Workspace workspace) {
        var running = workspace.campaigns().inState(CampaignState.RUNNING);
        var planned = workspace.campaigns().inState(CampaignState.SCHEDULED);
        running.forEach(workspace.runs()::pause);
        planned.forEach(workspace.campaigns()::unschedule);
        return running.size() + planned.size();
    }

    private static byte[] bytes(ZipFile zip, String name) throws IOException {
        var entry = zip.getEntry(name);
        if (entry == null) {
            throw new ZipException("no " + name);
        }
        try (var in = zip.getInputStream(entry)) {
            return in.readAllBytes();
        }
    }

    private static String text(ZipFile zip, String name) throws IOException {
        return new String(bytes(zip, name), StandardCharsets.UTF_8);
    }

    private static Problem unreadable(IOException error, Path file) {
        return new Problem(Reason.of(Files.exists(file) ? "backup.not-one" : "backup.no-file", "file", file.toString()), error);
    }

    private static void deleteFolder(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (var files = Files.walk(folder)) {
            files.sorted(java.util.Comparator.reverseOrder()).forEach(Backup::quietlyDelete);
        } catch (IOException e) {
            System.getLogger(Restore.class.getName()).log(System.Logger.Level.WARNING, "parts of a restore stayed", e);
        }
    }
}

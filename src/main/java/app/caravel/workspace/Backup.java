package app.caravel.workspace;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.jspecify.annotations.Nullable;

import app.caravel.account.Account;
import app.caravel.reason.Problem;
import app.caravel.reason.Reason;
import app.caravel.store.Disk;
import app.caravel.store.Json;

/**
 * One file that holds a workspace: a consistent copy of its database (the tracker's keys are in it), the attachments and
 * pictures, and the passwords only under a passphrase. Made beside running readers and writers. {@link Restore} reads it.
 */
public final class Backup {

    static final String ABOUT = "caravel-backup.json";
    static final String DATABASE = "caravel.db";
    static final String ATTACHMENTS = "attachments/";
    static final String PICTURES = "pictures/";
    static final String PASSWORDS = "passwords.bin";
    static final int FORMAT = 1;

    private Backup() {}

    /** What was written. */
    public record Written(Path file, long bytes, int contacts, int passwords) {}

    /**
     * Writes the workspace into a file, readable by its owner alone. The file is whole or not there: an old one of that
     * name stays until the new is complete.
     *
     * @param passphrase null: passwords are left out
     */
    public static Written write(Workspace workspace, Path target, char @Nullable [] passphrase) {
        var file = target.toAbsolutePath();
        var half = file.resolveSibling(file.getFileName() + ".part");
        var copy = workspace.home().folder().resolve("backup.db.part");
        try {
            var folder = file.getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            workspace.database().copyTo(copy);
            Files.deleteIfExists(half);
            Files.createFile(half);
            Home.ownerOnly(half);
            var passwords = passphrase == null ? Map.<String, String>of() : passwords(workspace);
            try (var zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(half)), StandardCharsets.UTF_8)) {
                put(zip, ABOUT, Json.write(about(workspace)).getBytes(StandardCharsets.UTF_8));
                put(zip, DATABASE, copy);
                files(workspace.home().attachments(), ATTACHMENTS, zip);
                files(workspace.home().pictures(), PICTURES, zip);
                if (passphrase != null) {
                    put(zip, PASSWORDS, Sealed.seal(Json.write(passwords).getBytes(StandardCharsets.UTF_8), passphrase));
                }
            }
            move(half, file);
            Copies.written(workspace.database().jdbi(), file, workspace.clock().instant());
            return new Written(file, Files.size(file), workspace.contacts().count(app.caravel.contact.Filter.EVERYONE), passwords.size());
        } catch (IOException e) {
            throw new Problem(Reason.of(Disk.isFull(e, file) ? "store.disk-full" : "store.cannot-write", "file", file.toString()), e);
        } finally {
            quietlyDelete(half);
            quietlyDelete(copy);
        }
    }

    private static Map<String, Object> about(Workspace workspace) {
        var about = new LinkedHashMap<String, Object>();
        about.put("format", FORMAT);
        about.put("made_at", workspace.clock().instant().toString());
        about.put("contacts", workspace.contacts().count(app.caravel.contact.Filter.EVERYONE));
        return about;
    }

    private static Map<String, String> passwords(Workspace workspace) {
        var kept = new LinkedHashMap<String, String>();
        for (Account account : workspace.accounts().all()) {
            workspace.secrets().password(account).ifPresent(password -> kept.put(String.valueOf(account.id()), new String(password)));
        }
        return kept;
    }

    private static void files(Path folder, String under, ZipOutputStream zip) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (var files = Files.list(folder)) {
            for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
                put(zip, under + file.getFileName(), file);
            }
        }
    }

    private static void put(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(bytes);
        zip.closeEntry();
    }

    private static void put(ZipOutputStream zip, String name, Path file) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        Files.copy(file, zip);
        zip.closeEntry();
    }

    static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    static void quietlyDelete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            System.getLogger(Backup.class.getName()).log(System.Logger.Level.WARNING, "a part of a backup stayed", e);
        }
    }

    /** When a backup was made, for a screen that asks before it is restored. */
    public record About(Instant madeAt, int contacts, boolean passwords) {}
}

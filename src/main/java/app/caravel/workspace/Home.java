package app.caravel.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;

import app.caravel.reason.Problem;
import app.caravel.reason.Reason;

/** A workspace's folder: where it is by default, what lies in it, and that its owner alone can read it. */
public record Home(Path folder) {

    /** Folder names that sync programs use; SQLite's WAL breaks where another program copies the files. */
    private static final List<String> SYNCHRONISED =
            List.of("onedrive", "dropbox", "google drive", "googledrive", "icloud", "mobile documents", "坚果云", "nutstore",
                    "百度网盘", "baidunetdisk", "weiyun", "微云", "nextcloud", "owncloud", "box sync", "seafile", "synologydrive");

    private static final List<String> NETWORK = List.of("nfs", "nfs4", "cifs", "smb", "smb2", "smbfs", "afpfs", "fuse.sshfs", "9p", "webdav");

    public Home {
        folder = folder.toAbsolutePath().normalize();
    }

    /** The folder that Caravel uses where none is named: the system's place for a program's data. */
    public static Home ofSystem() {
        var named = System.getenv("CARAVEL_HOME");
        if (named != null && !named.isBlank()) {
            return new Home(Path.of(named));
        }
        var user = Path.of(System.getProperty("user.home"));
        var system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        if (system.contains("win")) {
            var local = System.getenv("LOCALAPPDATA");
            return new Home((local == null ? user.resolve("AppData/Local") : Path.of(local)).resolve("Caravel"));
        }
        if (system.contains("mac")) {
            return new Home(user.resolve("Library/Application Support/Caravel"));
        }
        var data = System.getenv("XDG_DATA_HOME");
        return new Home((data == null || data.isBlank() ? user.resolve(".local/share") : Path.of(data)).resolve("caravel"));
    }

    public Path database() {
        return folder.resolve("caravel.db");
    }

    public Path attachments() {
        return folder.resolve("attachments");
    }

    public Path pictures() {
        return folder.resolve("pictures");
    }

    public Path logs() {
        return folder.resolve("logs");
    }

    /** The sandbox of this home: a workspace of its own. */
    public Home sandbox() {
        return new Home(folder.resolve("sandbox"));
    }

    public boolean exists() {
        return Files.exists(database());
    }

    /** Makes the folder where it is missing, readable by its owner alone. */
    public void make() {
        try {
            Files.createDirectories(folder);
            ownerOnly(folder);
            for (var inner : List.of(attachments(), pictures(), logs())) {
                Files.createDirectories(inner);
                ownerOnly(inner);
            }
        } catch (IOException e) {
            throw new Problem(Reason.of("store.cannot-write", "file", folder.toString()), e);
        }
        if (!Files.isWritable(folder)) {
            throw Problem.of("store.cannot-write", "file", folder.toString());
        }
    }

    /** Whether a sync program or a network share seems to hold the folder. */
    public boolean isSynchronisedOrShared() {
        var path = folder.toString().toLowerCase(Locale.ROOT);
        if (path.startsWith("\\\\") || SYNCHRONISED.stream().anyMatch(path::contains)) {
            return true;
        }
        try {
            return NETWORK.contains(Files.getFileStore(folder).type().toLowerCase(Locale.ROOT));
        } catch (IOException e) {
            return false;
        }
    }

    /** Takes the rights of everyone but the owner, where the file system knows them. */
    public static void ownerOnly(Path path) throws IOException {
        if (Files.getFileStore(path).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(Files.isDirectory(path) ? "rwx------" : "rw-------"));
            return;
        }
        var view = Files.getFileAttributeView(path, java.nio.file.attribute.AclFileAttributeView.class);
        if (view != null) {
            var all = java.util.EnumSet.allOf(java.nio.file.attribute.AclEntryPermission.class);
            view.setAcl(List.of(java.nio.file.attribute.AclEntry.newBuilder()
                    .setType(java.nio.file.attribute.AclEntryType.ALLOW)
                    .setPrincipal(view.getOwner())
                    .setPermissions(all)
                    .setFlags(java.nio.file.attribute.AclEntryFlag.FILE_INHERIT, java.nio.file.attribute.AclEntryFlag.DIRECTORY_INHERIT)
                    .build()));
        }
    }
}

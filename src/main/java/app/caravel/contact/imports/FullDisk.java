package app.caravel.contact.imports;

import java.nio.file.Path;
import java.sql.SQLException;

import app.caravel.reason.Problem;
import app.caravel.reason.Reason;
import app.caravel.store.Disk;
import app.caravel.store.StoreProblems;

/** Tells which of the places an import writes to has no room left: the folder of temporary files, or the workspace. */
final class FullDisk {

    private FullDisk() {}

    /** Of what writes to this connection's own tables alone. */
    static Problem staging(SQLException error, Path database) {
        return StoreProblems.isDiskFull(error) ? temporary(error) : StoreProblems.of(error, database);
    }

    /**
     * Of what writes to the workspace and sorts in temporary files, which are gone with the statement that failed. To be asked
     * before anything is rolled back: a full workspace is still full then.
     *
     * @param staged how many bytes wait to be written: a sort takes about as much
     */
    static Problem writing(SQLException error, Path database, long staged) {
        if (!StoreProblems.isDiskFull(error)) {
            return StoreProblems.of(error, database);
        }
        var folder = database.toAbsolutePath().getParent();
        long room = Disk.room(Disk.temporaryFolder());
        return folder != null && room < staged && room < Disk.room(folder) ? temporary(error)
                : new Problem(Reason.of("contacts.import-workspace-full", "file", database.toString()), error);
    }

    private static Problem temporary(SQLException error) {
        return new Problem(Reason.of("contacts.import-temporary-full", "folder", Disk.temporaryFolder().toString()), error);
    }
}

package app.caravel.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import app.caravel.store.StoreProblems;

/** Whether a failure means that the disk is full: the systems' messages differ, the room left does not. */
final class Disk {

    private static final long NOTHING = 64 * 1024;

    private Disk() {}

    static boolean isFull(IOException error, Path file) {
        if (StoreProblems.isDiskFull(error)) {
            return true;
        }
        try {
            var folder = file.getParent();
            return folder != null && Files.isDirectory(folder) && Files.getFileStore(folder).getUsableSpace() < NOTHING;
        } catch (IOException e) {
            return false;
        }
    }
}

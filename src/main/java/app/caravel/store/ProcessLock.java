package app.caravel.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

import app.caravel.reason.Problem;
import app.caravel.reason.Reason;

/** An OS lock on a file, for work that one process of this computer does at a time. It goes with the process. */
public final class ProcessLock implements AutoCloseable {

    private final FileChannel channel;
    private final FileLock lock;

    private ProcessLock(FileChannel channel, FileLock lock) {
        this.channel = channel;
        this.lock = lock;
    }

    /** Takes the lock, or nothing where another holds it, in this process or another one. */
    public static Optional<ProcessLock> take(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            try {
                var lock = channel.tryLock();
                if (lock != null) {
                    return Optional.of(new ProcessLock(channel, lock));
                }
            } catch (OverlappingFileLockException e) {
                // held by this very process
            }
            channel.close();
            return Optional.empty();
        } catch (IOException e) {
            throw new Problem(Reason.of("store.cannot-write", "file", file.toString()), e);
        }
    }

    @Override
    public void close() {
        try {
            lock.release();
            channel.close();
        } catch (IOException e) {
            System.getLogger(ProcessLock.class.getName()).log(System.Logger.Level.WARNING, "lock", e);
        }
    }
}

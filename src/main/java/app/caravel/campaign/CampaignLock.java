package app.caravel.campaign;

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

/** An OS lock that a campaign's run holds: two processes never send the same one. It goes with the process. */
final class CampaignLock implements AutoCloseable {

    private final FileChannel channel;
    private final FileLock lock;

    private CampaignLock(FileChannel channel, FileLock lock) {
        this.channel = channel;
        this.lock = lock;
    }

    /** Takes the lock, or nothing where another run holds it. */
    static Optional<CampaignLock> take(Path folder, long campaignId) {
        var file = folder.resolve("campaign-" + campaignId + ".lock");
        try {
            Files.createDirectories(folder);
            var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            try {
                var lock = channel.tryLock();
                if (lock != null) {
                    return Optional.of(new CampaignLock(channel, lock));
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
            System.getLogger(CampaignLock.class.getName()).log(System.Logger.Level.WARNING, "lock", e);
        }
    }
}

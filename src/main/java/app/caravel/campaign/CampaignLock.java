package app.caravel.campaign;

import java.nio.file.Path;
import java.util.Optional;

import app.caravel.store.ProcessLock;

/** The lock that a campaign's run holds: two processes never send the same one. It goes with the process. */
final class CampaignLock implements AutoCloseable {

    private final ProcessLock lock;

    private CampaignLock(ProcessLock lock) {
        this.lock = lock;
    }

    /** Takes the lock, or nothing where another run holds it. */
    static Optional<CampaignLock> take(Path folder, long campaignId) {
        return ProcessLock.take(folder.resolve("campaign-" + campaignId + ".lock")).map(CampaignLock::new);
    }

    @Override
    public void close() {
        lock.close();
    }
}

package app.caravel.campaign;

import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import app.caravel.reason.Reason;

/** Who a campaign goes to. The audience is resolved elsewhere; the workspace wires it. */
@FunctionalInterface
public interface Recipients {

    /**
     * One person of the audience.
     *
     * @param address canonical
     * @param written as it goes into To
     * @param suppressed why no mail may go to him, or null
     */
    record Recipient(long contactId, String address, String written, @Nullable String name, @Nullable Reason suppressed) {}

    /** Hands each person of the campaign's audience to the consumer once. */
    void forEach(Campaign campaign, Consumer<Recipient> consumer);
}

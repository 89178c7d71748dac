package app.caravel.campaign;

import java.util.EnumMap;
import java.util.Map;

/** How many messages of a campaign are in which state. */
public record MessageCounts(Map<MessageState, Integer> byState) {

    public MessageCounts {
        var all = new EnumMap<MessageState, Integer>(MessageState.class);
        for (var state : MessageState.values()) {
            all.put(state, byState.getOrDefault(state, 0));
        }
        byState = java.util.Collections.unmodifiableMap(all);
    }

    public int of(MessageState state) {
        return byState.getOrDefault(state, 0);
    }

    public int all() {
        return byState.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Those that the server took, bounced ones included. */
    public int taken() {
        return of(MessageState.SENT) + of(MessageState.BOUNCED);
    }

    /** Those that will still go out by themselves. */
    public int left() {
        return of(MessageState.QUEUED) + of(MessageState.DEFERRED) + of(MessageState.SENDING);
    }
}

package app.caravel.campaign;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

/**
 * How a campaign is spread over accounts. Whoever was written to by one of them before is written to by the same again.
 *
 * @param shares the accounts, at least one
 */
public record Spread(By by, List<Share> shares) {

    /** What decides for somebody who was never written to. */
    public enum By {
        /** The shares' weights. */
        WEIGHT,
        /** The list he is on; who is on none of them goes by weight. */
        LIST,
        /** The owner of the contact, where his name or address is that of an account; else by weight. */
        OWNER;

        public String key() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        public static By of(String key) {
            return valueOf(key.strip().toUpperCase(java.util.Locale.ROOT));
        }
    }

    /**
     * One account's part.
     *
     * @param weight against the others', at least 1
     * @param listId spread by list: whose people it writes to
     */
    public record Share(long accountId, int weight, @Nullable Long listId) {
        public Share {
            if (weight < 1) {
                throw new IllegalArgumentException("a weight is at least 1");
            }
        }
    }

    public Spread {
        shares = List.copyOf(shares);
    }

    /** One account for all. */
    public static Spread by(long accountId) {
        return new Spread(By.WEIGHT, List.of(new Share(accountId, 1, null)));
    }

    /** Its accounts, each once, in order. */
    public List<Long> accounts() {
        return shares.stream().map(Share::accountId).distinct().toList();
    }

    /**
     * Who writes to somebody. The same question has the same answer ever again.
     *
     * @param before the account that wrote to him last, null where none did
     * @param owners the accounts whose owner he belongs to
     * @param onList whether he is on a list
     */
    long accountFor(String address, @Nullable Long before, Set<Long> owners, Predicate<Long> onList) {
        if (before != null && accounts().contains(before)) {
            return before;
        }
        var own = switch (by) {
            case WEIGHT -> null;
            case LIST -> shares.stream().filter(share -> share.listId != null && onList.test(share.listId)).findFirst().orElse(null);
            case OWNER -> shares.stream().filter(share -> owners.contains(share.accountId)).findFirst().orElse(null);
        };
        return own != null ? own.accountId : byWeight(address);
    }

    private long byWeight(String address) {
        int total = shares.stream().mapToInt(Share::weight).sum();
        int at = Math.floorMod(spreadOut(address.hashCode()), total);
        for (var share : shares) {
            at -= share.weight;
            if (at < 0) {
                return share.accountId;
            }
        }
        throw new IllegalStateException("weights");
    }

    /** The last round of MurmurHash3 (public domain): the plain hash of numbered addresses falls into few shares. */
    private static int spreadOut(int hash) {
        int h = hash;
        h ^= h >>> 16;
        h *= 0x85ebca6b;
        h ^= h >>> 13;
        h *= 0xc2b2ae35;
        return h ^ h >>> 16;
    }
}

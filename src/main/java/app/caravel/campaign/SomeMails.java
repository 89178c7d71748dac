package app.caravel.campaign;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;

/** A few of a run's mails to look at: the longest ones, and any. The same run gives the same ones. */
final class SomeMails {

    private static final int A_FEW = 20;

    private record Mail(String address, long size) {}

    private final PriorityQueue<Mail> longest = new PriorityQueue<>(Comparator.comparingLong(Mail::size));
    private final List<String> any = new ArrayList<>();
    private final Random random = new Random(A_FEW);
    private int seen;

    void add(String address, long size) {
        longest.add(new Mail(address, size));
        if (longest.size() > A_FEW) {
            longest.remove();
        }
        seen++;
        if (any.size() < A_FEW) {
            any.add(address);
        } else {
            int place = random.nextInt(seen);
            if (place < A_FEW) {
                any.set(place, address);
            }
        }
    }

    /** The longest first. */
    List<String> longest() {
        return longest.stream().sorted(Comparator.comparingLong(Mail::size).reversed()).map(Mail::address).toList();
    }

    List<String> any() {
        return List.copyOf(any);
    }
}

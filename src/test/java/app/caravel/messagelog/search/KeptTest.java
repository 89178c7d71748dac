package app.caravel.messagelog.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import static org.junit.jupiter.api.Assertions.assertEquals;

class KeptTest {

    @Property(tries = 500)
    void theFirstInTheQuerysOrderAreKept(@ForAll long seed, @ForAll @IntRange(max = 30) int limit, @ForAll boolean latest) {
        var query = latest ? LogQuery.ALL.atMost(limit).latest() : LogQuery.ALL.atMost(limit);
        var kept = new Kept(query);
        var random = new Random(seed);
        var all = new ArrayList<Hit>();
        for (int i = 0; i < 40; i++) {
            var some = new ArrayList<Hit>();
            for (int k = random.nextInt(9); k > 0; k--) {
                var hit = new Hit(random.nextInt(50), random.nextInt(3), all.size(), 1, null);
                all.add(hit);
                if (kept.wants(hit.at())) {
                    some.add(hit);
                }
            }
            kept.add(some);
        }
        all.sort(query.order());
        assertEquals(limit == 0 ? all : List.copyOf(all.subList(0, Math.min(limit, all.size()))), kept.all());
    }
}

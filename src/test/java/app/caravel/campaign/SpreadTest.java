package app.caravel.campaign;

import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Who writes to whom, where several accounts could. */
class SpreadTest {

    private static final Spread THREE_TO_ONE = new Spread(Spread.By.WEIGHT, List.of(new Spread.Share(1, 3, null), new Spread.Share(2, 1, null)));

    @Test
    void weightsAreKeptAndTheSameAddressAlwaysFallsToTheSame() {
        long first = 0;
        for (int i = 0; i < 4_000; i++) {
            var address = "p" + i + "@x" + i % 7 + ".example";
            long account = THREE_TO_ONE.accountFor(address, null, Set.of(), _ -> false);
            assertEquals(account, THREE_TO_ONE.accountFor(address, null, Set.of(), _ -> false));
            first += account == 1 ? 1 : 0;
        }
        assertTrue(first > 2_850 && first < 3_150, first + " of 4000");
    }

    @Test
    void whoeverWroteToHimBeforeWritesAgain() {
        for (int i = 0; i < 50; i++) {
            assertEquals(2, THREE_TO_ONE.accountFor("p" + i + "@x.example", 2L, Set.of(1L), _ -> false));
        }
        assertTrue(Set.of(1L, 2L).contains(THREE_TO_ONE.accountFor("p@x.example", 9L, Set.of(), _ -> false)), "an account that is not of this campaign does not count");
    }

    @Test
    void aListsPeopleAndAnOwnersPeopleAreTheirs() {
        var lists = new Spread(Spread.By.LIST, List.of(new Spread.Share(1, 1, 10L), new Spread.Share(2, 1, 20L)));
        assertEquals(2, lists.accountFor("p@x.example", null, Set.of(), list -> list == 20L));
        var owners = new Spread(Spread.By.OWNER, THREE_TO_ONE.shares());
        assertEquals(2, owners.accountFor("p@x.example", null, Set.of(2L), _ -> false));
    }
}

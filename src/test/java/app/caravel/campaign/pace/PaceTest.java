package app.caravel.campaign.pace;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import app.caravel.account.Ramp;
import app.caravel.campaign.SettableClock;
import app.caravel.smtp.SmtpReply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What holds an account back, played by hand. */
class PaceTest {

    private static final Instant NOON = Instant.parse("2026-11-30T12:00:00Z");
    private final SettableClock clock = new SettableClock("2026-11-30T12:00:00Z");

    private static Gate.Known known(Rules rules, List<Long> sent) {
        return new Gate.Known() {
            @Override
            public Rules rules(Instant at) {
                return rules;
            }

            @Override
            public List<Long> sentSince(Instant since) {
                return sent.stream().filter(at -> at > since.toEpochMilli()).toList();
            }

            @Override
            public Map<String, List<Long>> sentByDomainSince(Instant since) {
                return Map.of();
            }
        };
    }

    @Test
    void anHoursLimitCountsWhatTheLedgerSaysWasSentBefore() {
        var gate = new Gate(known(new Rules(0, 3, 0, 0, false), List.of(NOON.minus(Duration.ofMinutes(50)).toEpochMilli(), NOON.minus(Duration.ofMinutes(5)).toEpochMilli())), clock);
        assertEquals(Duration.ZERO, gate.take("x.example"));
        assertEquals(Duration.ofMinutes(10), gate.take("x.example"));
        clock.pass(Duration.ofMinutes(10));
        assertEquals(Duration.ZERO, gate.take("x.example"));
    }

    @Test
    void aPlaceThatIsGivenBackIsFree() {
        var gate = new Gate(known(new Rules(1, 0, 0, 0, false), List.of()), clock);
        assertEquals(Duration.ZERO, gate.take("x.example"));
        assertEquals(Duration.ofMinutes(1), gate.take("x.example"));
        gate.giveBack("x.example");
        assertEquals(Duration.ZERO, gate.take("x.example"));
    }

    @Test
    void oneDomainsRoomIsAnotherDomainsNot() {
        var gate = new Gate(known(new Rules(0, 0, 0, 1, false), List.of()), clock);
        assertEquals(Duration.ZERO, gate.take("gmail.example"));
        assertFalse(gate.hasRoomFor("GMAIL.example"));
        assertTrue(gate.hasRoomFor("x.example"));
        assertEquals(Duration.ZERO, gate.take("x.example"));
    }

    @Test
    void whatAnotherProcessSentTakesRoomToo() {
        var sent = new ArrayList<Long>();
        var gate = new Gate(known(new Rules(0, 2, 0, 0, false), sent), clock);
        assertEquals(Duration.ZERO, gate.take("x.example"));
        sent.add(NOON.toEpochMilli() - 1_000);
        sent.add(NOON.toEpochMilli());
        clock.pass(Duration.ofSeconds(10));
        assertTrue(gate.take("x.example").toMinutes() >= 59);
    }

    @Test
    void aNewAccountGrowsByAQuarterADayIntoItsLimit() {
        var ramp = new Ramp(20, NOON);
        assertEquals(20, ramp.within(400, NOON));
        assertEquals(25, ramp.within(400, NOON.plus(Duration.ofDays(1))));
        assertEquals(30, ramp.within(400, NOON.plus(Duration.ofDays(2))));
        assertEquals(400, ramp.within(400, NOON.plus(Duration.ofDays(20))));
        assertEquals(14, ramp.daysTo(400));
        assertEquals(400, Ramp.NONE.within(400, NOON));
    }

    @Test
    void goodbyesInARowRestTheAccountAndGreylistingDoesNot() {
        var breaker = new Breaker("anna@lumitech.example");
        for (int i = 0; i < 40; i++) {
            assertNull(breaker.refused(new SmtpReply(451, "451 4.7.1 greylisted")));
        }
        for (int i = 0; i < 19; i++) {
            assertNull(breaker.refused(new SmtpReply(421, "421 4.3.2 closing")));
        }
        breaker.taken();
        Breaker.Trip trip = null;
        for (int i = 0; i < 20; i++) {
            assertNull(trip);
            trip = breaker.refused(new SmtpReply(421, "421 4.3.2 closing"));
        }
        assertEquals(Duration.ofMinutes(15), restOf(trip));
    }

    @Test
    void aRefusalOfTheRateRestsTheAccountAndLongerEachTime() {
        var breaker = new Breaker("anna@lumitech.example");
        var reply = new SmtpReply(550, "550 Sender frequency limited");
        assertEquals(Duration.ofMinutes(15), restOf(breaker.refused(reply)));
        assertEquals(Duration.ofHours(1), restOf(breaker.refused(reply)));
        breaker.taken();
        assertEquals(Duration.ofMinutes(15), restOf(breaker.refused(reply)));
        assertEquals(Duration.ofHours(24), restOf(breaker.refused(new SmtpReply(550, "550 5.4.5 Daily user sending limit exceeded."))));
        assertTrue(Breaker.isOfTheAccount(reply));
    }

    @Test
    void threeRefusedAsSpamWithinTwentyStopTheAccountUntilAPersonComes() {
        var breaker = new Breaker("anna@lumitech.example");
        var spam = new SmtpReply(554, "554 DT:SPM 163 smtp8,message rejected as spam");
        assertNull(breaker.refused(spam));
        breaker.taken();
        assertNull(breaker.refused(spam));
        var trip = breaker.refused(spam);
        assertNotNull(trip);
        assertNull(trip.rest());
        assertEquals("breaker.spam", trip.why().key());
        assertFalse(Breaker.isOfTheAccount(spam));
    }

    @Test
    void greylistingStopsNobodyAndAFewUnknownAddressesNeither() {
        var breaker = new Breaker("anna@lumitech.example");
        for (int i = 0; i < 40; i++) {
            assertNull(breaker.refused(new SmtpReply(450, "450 4.2.0 Greylisted, please try again later")));
        }
        for (int i = 0; i < 19; i++) {
            assertNull(breaker.refused(new SmtpReply(550, "550 5.1.1 no such user")));
        }
        assertNotNull(breaker.refused(new SmtpReply(550, "550 5.1.1 no such user")), "twenty of the last fifty are too many");
    }

    @Test
    void aForecastKeepsTheLimitsAndWaitsForWindows() {
        var items = new ArrayList<Forecast.Item>();
        for (int i = 0; i < 25; i++) {
            items.add(new Forecast.Item("x.example", null, null, from -> new Forecast.Window(from, null)));
        }
        var later = NOON.plus(Duration.ofHours(30));
        items.add(new Forecast.Item("y.example", later, later.plus(Duration.ofHours(1)), from -> new Forecast.Window(from, null)));
        var result = new Forecast(_ -> new Rules(0, 5, 20, 0, false), Duration.ofMillis(100), List.of()).play(items, NOON);
        assertEquals(26, result.at().size());
        assertEquals(5, result.at().stream().filter(at -> at.isBefore(NOON.plus(Duration.ofHours(1)))).count());
        assertEquals(20, result.at().stream().filter(at -> at.isBefore(NOON.plus(Duration.ofHours(24)))).count());
        assertFalse(result.at().getLast().isBefore(later));
    }

    @Test
    void whatIsSlowIsWhatTimePassesFor() {
        var items = new ArrayList<Forecast.Item>();
        for (int i = 0; i < 30; i++) {
            items.add(new Forecast.Item("gmail.example", null, null, from -> new Forecast.Window(from, null)));
        }
        assertEquals(Forecast.Slow.DAY, new Forecast(_ -> new Rules(0, 0, 10, 5, false), Duration.ofMillis(100), List.of()).play(items, NOON).why());
        assertEquals(Forecast.Slow.DOMAIN, new Forecast(_ -> new Rules(0, 0, 0, 5, false), Duration.ofMillis(100), List.of()).play(items, NOON).why());
        assertEquals(Forecast.Slow.NOTHING, new Forecast(_ -> Rules.NONE, Duration.ofMillis(100), List.of()).play(items, NOON).why());
    }

    @Test
    void twoCampaignsOfOneAccountTakeTurnsAndTheThirdJoinsAtItsTime() {
        var item = new Forecast.Item("x.example", null, null, from -> new Forecast.Window(from, null));
        var hour = Duration.ofHours(1);
        var lines = List.of(new Forecast.Line(Collections.nCopies(12, item), NOON), new Forecast.Line(Collections.nCopies(30, item), NOON), new Forecast.Line(Collections.nCopies(30, item), NOON.plus(hour)));
        var results = new Forecast(_ -> new Rules(0, 12, 0, 0, false), Duration.ofMillis(100), List.of()).play(lines, 1);
        assertEquals(6, results.getFirst().at().stream().filter(at -> at.isBefore(NOON.plus(hour))).count());
        assertEquals(4, results.getFirst().at().stream().filter(at -> !at.isBefore(NOON.plus(hour)) && at.isBefore(NOON.plus(hour.multipliedBy(2)))).count());
        assertEquals(Forecast.Slow.HOUR, results.getFirst().why());
        assertFalse(results.get(2).at().getFirst().isBefore(NOON.plus(hour)));
    }

    private static @org.jspecify.annotations.Nullable Duration restOf(Breaker.@org.jspecify.annotations.Nullable Trip trip) {
        assertNotNull(trip);
        return trip.rest();
    }
}

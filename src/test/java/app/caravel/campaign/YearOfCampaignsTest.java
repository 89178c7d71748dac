package app.caravel.campaign;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import app.caravel.account.Account;
import app.caravel.account.Security;
import app.caravel.calendar.SendWindow;
import app.caravel.calendar.TwentyCountries;
import app.caravel.calendar.TwentyCountries.There;
import app.caravel.campaign.pace.Breaker;
import app.caravel.campaign.pace.Gate;
import app.caravel.campaign.pace.Rules;
import app.caravel.contact.ContactList;
import app.caravel.smtp.SmtpReply;
import app.caravel.workspace.Home;
import app.caravel.workspace.Workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * A year of campaigns to twenty countries on a simulated clock, through the ledger: enrolled, fed and planned anew by what a
 * run uses, with a computer that sleeps for hours and days and a server that puts off every ninth mail.
 */
class YearOfCampaignsTest {

    private static final int CAMPAIGNS = 13;
    private static final int A_COUNTRY = 2;
    private static final Duration TICK = Duration.ofMinutes(25);
    private static final List<SendWindow> WINDOWS = List.of(SendWindow.OFFICE, SendWindow.BEST,
            new SendWindow(EnumSet.allOf(DayOfWeek.class), false, LocalTime.of(12, 0), LocalTime.of(13, 0), true, true));

    @TempDir
    Path folder;

    private final SettableClock clock = new SettableClock("2028-01-01T00:00:00Z");
    private final Map<String, There> places = new HashMap<>();
    private final Set<String> gone = new HashSet<>();
    private final Random random = new Random(2028);
    private Workspace workspace;
    private Lane.Parts parts;
    private int deferred;
    private int putOff;
    private int slept;

    @BeforeEach
    void open() {
        workspace = Workspace.open(new Home(folder), clock);
        parts = new Lane.Parts(new MessageQueries(workspace.database()), new Ledger(workspace.database(), clock), workspace.paces(), workspace.rests(), clock);
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    /** A campaign under way. */
    private record Open(Campaign campaign, Schedule schedule, Lane lane, Feeder feeder) {}

    @Test
    void noMailLeavesOutsideItsWindowAndNoneIsLost() throws Exception {
        var account = workspace.accounts().save(new Account(0, "anna", "Anna", "anna@lumitech.example", "127.0.0.1", 25, Security.NONE, null, null, 0, 0, 0, null, null));
        var list = people();
        var open = new ArrayList<Open>();
        var wake = clock.instant();
        int begun = 0;
        for (var end = Instant.parse("2029-02-01T00:00:00Z"); clock.instant().isBefore(end) && (begun < CAMPAIGNS || !open.isEmpty()); clock.pass(TICK)) {
            if (clock.instant().isBefore(wake)) {
                continue;
            }
            if (begun < CAMPAIGNS && !clock.instant().isBefore(Instant.parse("2028-01-01T00:00:00Z").plus(Duration.ofHours(begun * 28 * 24L + begun * 5L)))) {
                open.add(begin(begun++, list, account));
            }
            for (var each : List.copyOf(open)) {
                work(each);
                if (!parts.messages().isAnyWaiting(each.campaign().id(), account.id())) {
                    open.remove(each);
                }
            }
            if (!open.isEmpty() && random.nextInt(48) == 0) {
                wake = clock.instant().plus(Duration.ofMinutes(random.nextInt(60, 70 * 60)));
                slept++;
            }
        }
        assertEquals(List.of(), open, "none waits for ever");
        assertEquals(CAMPAIGNS * TwentyCountries.ALL.size() * A_COUNTRY, gone.size(), "none is lost");
        assertTrue(deferred > 40 && slept > 40, deferred + " were put off, " + slept + " times the computer slept");
    }

    /** Every other one is begun four days before it is to go; every third takes some days. */
    private Open begin(int nth, ContactList list, Account account) {
        var campaign = workspace.campaigns().create("Campaign " + nth, Audience.of(list), account.id(), "Offer", "<p>Dear friend</p>", null);
        var schedule = new Schedule(nth % 2 == 0 ? null : clock.instant().plus(Duration.ofDays(4)), WINDOWS.get(nth % WINDOWS.size()), nth % 3 == 2 ? 15 : 0);
        var how = new Roll.How(Spread.by(account.id()), schedule, workspace.workCalendar().workDays(), false);
        var enclosed = new Enclosures.Sources(workspace.attachments(), workspace.eachFiles(), workspace.pictures(), workspace.invitations(), clock).of(campaign);
        var roll = new Roll(workspace.recipients(), workspace.contacts(), workspace.accounts(), workspace.campaigns().spreads(), workspace.manners(), clock);
        new Enrolment(roll, workspace.recipients(), workspace.contacts(), workspace.eachFiles(), parts.ledger(), parts.messages()).enrol(campaign, how, Map.of(account.id(), account), enclosed);
        var lane = new Lane(campaign.id(), account, new Gate(new Unlimited(), clock), new Breaker(account.fromAddress()), parts);
        var made = ByLanguage.of(campaign, new ContentVersions(workspace.database(), clock)::keep).map((version, _) -> new Feeder.Made(new MailMaker(account, version.content(), null, enclosed, clock), version.id()));
        return new Open(campaign, schedule, lane, new Feeder(campaign.id(), lane, how, parts, workspace.contacts(), made, enclosed));
    }

    /** What a lane does at each of its turns. */
    private void work(Open open) throws InterruptedException {
        if (putOff > 0) {
            putOff -= parts.ledger().requeueDue(open.campaign().id());
        }
        open.feeder().replanLate();
        open.feeder().rewind();
        while (open.feeder().feed()) {
            for (var mail = open.lane().desk().poll(); mail != null; mail = open.lane().desk().poll()) {
                send(open, mail);
                open.lane().desk().done();
            }
        }
    }

    private void send(Open open, Prepared mail) {
        var now = clock.instant();
        assertFalse(mail.message().isLate(now));
        assertFalse(open.schedule().from() != null && now.isBefore(open.schedule().from()), "not before its time");
        TwentyCountries.judge(java.util.Objects.requireNonNull(places.get(mail.message().recipient())), open.schedule().window(), now);
        assertTrue(parts.ledger().advance(null, mail.starting()).join());
        if (mail.message().attempts() == 0 && random.nextInt(9) == 0) {
            parts.ledger().advance(new Ledger.Finished.Deferred(mail.message().id(), now.plus(Duration.ofMinutes(random.nextInt(15, 600))), new SmtpReply(451, "4.7.1 try later")), null).join();
            deferred++;
            putOff++;
        } else {
            parts.ledger().advance(new Ledger.Finished.Sent(mail.message().id(), new SmtpReply(250, "2.0.0 ok")), null).join();
            assertTrue(gone.add(open.campaign().id() + " " + mail.message().recipient()), "nobody gets two");
        }
    }

    private ContactList people() {
        var list = workspace.lists().create("Buyers");
        workspace.database().jdbi().useHandle(h -> {
            for (var there : TwentyCountries.ALL) {
                for (int i = 0; i < A_COUNTRY; i++) {
                    var address = there.country().toLowerCase(java.util.Locale.ROOT) + i + "@example.com";
                    places.put(address, there);
                    h.execute("INSERT INTO contact (address, written_address, country, time_zone, created_at, changed_at) VALUES (?, ?, ?, ?, 0, 0)", address, address, there.country(), there.zone().getId());
                    h.execute("INSERT INTO list_member (list_id, contact_id, added_at) SELECT ?, id, 0 FROM contact WHERE address = ?", list.id(), address);
                }
            }
        });
        return list;
    }

    private static final class Unlimited implements Gate.Known {
        @Override
        public Rules rules(Instant at) {
            return Rules.NONE;
        }

        @Override
        public List<Long> sentSince(Instant since) {
            return List.of();
        }

        @Override
        public Map<String, List<Long>> sentByDomainSince(Instant since) {
            return Map.of();
        }
    }
}

package app.caravel.campaign;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import app.caravel.account.Account;
import app.caravel.account.Accounts;
import app.caravel.account.Pace;
import app.caravel.account.Paces;
import app.caravel.account.Rests;
import app.caravel.campaign.pace.Forecast;
import app.caravel.campaign.pace.Rules;
import app.caravel.contact.Contact;
import app.caravel.contact.Contacts;

/** Makes plans: of drafts from their audience, of what runs from the ledger, both by the rules that the run itself obeys. */
final class Plans {

    /** A longer silence begins another slot. */
    private static final Duration SILENCE = Duration.ofMinutes(45);
    private static final Duration EACH = Duration.ofMillis(150);
    private static final Duration EACH_ON_LOOPBACK = Duration.ofMillis(1);

    private final Roll roll;
    private final MessageQueries messages;
    private final Accounts accounts;
    private final Paces paces;
    private final Rests rests;
    private final Contacts contacts;
    private final SentByHand byHand;
    private final Clock clock;

    Plans(Roll roll, MessageQueries messages, Accounts accounts, Paces paces, Rests rests, Contacts contacts, SentByHand byHand, Clock clock) {
        this.roll = roll;
        this.messages = messages;
        this.accounts = accounts;
        this.paces = paces;
        this.rests = rests;
        this.contacts = contacts;
        this.byHand = byHand;
        this.clock = clock;
    }

    Plan of(Campaign campaign, Roll.How how) {
        var items = new LinkedHashMap<Long, List<Forecast.Item>>();
        how.spread().accounts().forEach(id -> items.put(id, new ArrayList<>()));
        var left = new Left();
        if (campaign.startedAt() == null) {
            ofAudience(campaign, how, items, left);
        } else {
            ofLedger(campaign, how, items, left);
        }
        return plan(items, left, startOf(campaign));
    }

    /** Whom manners keep back of a campaign that has not begun, whether it keeps them or not. */
    HeldBack heldBack(Campaign campaign, Roll.How how) {
        var people = new ArrayList<HeldBack.Person>();
        roll.forEach(campaign, new Roll.How(how.spread(), Schedule.AT_ONCE, how.work(), true), Set.of(), entry -> {
            if (entry.hold() != null) {
                people.add(new HeldBack.Person(entry.to().contactId(), entry.to().address(), entry.to().name(), entry.hold()));
            }
        });
        return new HeldBack(how.manners(), people);
    }

    /** How many do not go. */
    private static final class Left {
        private int held;
        private int suppressed;
    }

    private Instant startOf(Campaign campaign) {
        var now = clock.instant();
        var at = campaign.scheduledAt();
        return campaign.state() == CampaignState.SCHEDULED && at != null && at.isAfter(now) ? at : now;
    }

    private void ofAudience(Campaign campaign, Roll.How how, Map<Long, List<Forecast.Item>> items, Left left) {
        var zones = new HashMap<Long, Contact>();
        var entries = new ArrayList<Roll.Entry>();
        roll.forEach(campaign, how, Set.of(), entry -> {
            left.suppressed += entry.to().suppressed() == null ? 0 : 1;
            left.held += entry.hold() == null ? 0 : 1;
            if (entry.goes()) {
                entries.add(entry);
            }
        });
        if (!how.schedule().isAnyHour()) {
            contacts.forEach(entries.stream().map(entry -> entry.to().contactId()).toList(), contact -> zones.put(contact.id(), contact));
        }
        for (var entry : entries) {
            add(items, entry.accountId(), domain(entry.to().address()), entry.slot(), how, zones.get(entry.to().contactId()));
        }
    }

    private void ofLedger(Campaign campaign, Roll.How how, Map<Long, List<Forecast.Item>> items, Left left) {
        var counts = messages.counts(campaign.id());
        left.held = counts.of(MessageState.HELD);
        left.suppressed = counts.of(MessageState.SUPPRESSED);
        var rows = messages.toGo(campaign.id());
        var zones = new HashMap<Long, Contact>();
        if (!how.schedule().isAnyHour()) {
            contacts.forEach(rows.stream().map(Message::contactId).toList(), contact -> zones.put(contact.id(), contact));
        }
        for (var row : rows) {
            add(items, row.accountId(), row.domain(), new Schedule.Slot(row.notBefore(), row.notAfter()), how, zones.get(row.contactId()));
        }
    }

    private static void add(Map<Long, List<Forecast.Item>> items, long account, String domain, Schedule.Slot slot, Roll.How how, @Nullable Contact contact) {
        items.computeIfAbsent(account, _ -> new ArrayList<>()).add(new Forecast.Item(domain, slot.notBefore(), slot.notAfter(), at -> {
            var next = how.schedule().slot(at, 0, contact, how.work());
            return new Forecast.Window(next.notBefore(), next.notAfter());
        }));
    }

    private static String domain(String address) {
        return address.substring(address.lastIndexOf('@') + 1);
    }

    private Plan plan(Map<Long, List<Forecast.Item>> items, Left left, Instant start) {
        var slots = new ArrayList<Plan.Slot>();
        var parts = new ArrayList<Plan.Part>();
        Instant done = null;
        int all = 0;
        for (var each : items.entrySet()) {
            var account = accounts.find(each.getKey()).orElse(null);
            if (account == null) {
                continue;
            }
            var pace = paces.of(account.id());
            var rest = rests.of(account.id()).filter(found -> !found.isOver(start)).orElse(null);
            var since = clock.instant().minus(Duration.ofHours(24));
            var sent = byHand.with(messages.sentSince(account.id(), since), account.id(), since);
            var from = rest == null || rest.until() == null ? start : rest.until();
            var result = new Forecast(at -> Rules.of(account, grown(pace, start), at), account.isLoopback() ? EACH_ON_LOOPBACK : EACH, sent).play(each.getValue(), from);
            slots.addAll(slots(account, result.at()));
            int perDay = Rules.of(account, pace, start).perDay();
            parts.add(new Plan.Part(account, each.getValue().size(), perDay <= 0 ? -1 : Math.max(0, perDay - sent.size()),
                    rest == null ? result.why() : Forecast.Slow.REST, rest, pace.ramp().isUnderWay(pace.perDay(account), start) ? pace.ramp().day(start) + 1 : 0));
            all += each.getValue().size();
            if (!result.at().isEmpty() && (done == null || result.at().getLast().isAfter(done))) {
                done = result.at().getLast();
            }
        }
        slots.sort(Comparator.comparing(Plan.Slot::from));
        return new Plan(slots, parts, done, all, left.held, left.suppressed);
    }

    /** A ramp that has not begun begins with this plan's first mail. */
    private static Pace grown(Pace pace, Instant start) {
        return pace.ramp().since() == null ? pace.with(new app.caravel.account.Ramp(pace.ramp().first(), start)) : pace;
    }

    private static List<Plan.Slot> slots(Account account, List<Instant> at) {
        var slots = new ArrayList<Plan.Slot>();
        var zone = ZoneId.systemDefault();
        for (int i = 0, begin = 0; i < at.size(); i++) {
            boolean ends = i + 1 == at.size() || Duration.between(at.get(i), at.get(i + 1)).compareTo(SILENCE) > 0
                    || !at.get(i).atZone(zone).toLocalDate().equals(at.get(i + 1).atZone(zone).toLocalDate());
            if (ends) {
                slots.add(new Plan.Slot(account, at.get(begin), at.get(i), i + 1 - begin));
                begin = i + 1;
            }
        }
        return slots;
    }
}

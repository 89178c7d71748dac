package app.caravel.campaign;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import app.caravel.campaign.pace.Forecast;
import app.caravel.contact.Contact;
import app.caravel.contact.Contacts;

/**
 * The mails of one campaign that are to go, by account: of its audience before it has begun, of the ledger afterwards.
 *
 * @param items in the order in which they go, by the account's id
 * @param start when the campaign begins; now where it has
 */
record ToGo(Campaign campaign, Map<Long, List<Forecast.Item>> items, Instant start, int held, int suppressed) {

    /** What it is read from. */
    record Sources(Roll roll, MessageQueries messages, Contacts contacts, Clock clock) {}

    int size() {
        return items.values().stream().mapToInt(List::size).sum();
    }

    Forecast.Line line(long account, @Nullable Instant rested) {
        return new Forecast.Line(items.getOrDefault(account, List.of()), rested != null && rested.isAfter(start) ? rested : start);
    }

    static ToGo of(Campaign campaign, Roll.How how, Sources sources) {
        var items = new LinkedHashMap<Long, List<Forecast.Item>>();
        how.spread().accounts().forEach(id -> items.put(id, new ArrayList<>()));
        return campaign.startedAt() == null ? ofAudience(campaign, how, items, sources) : ofLedger(campaign, how, items, sources);
    }

    private static ToGo ofAudience(Campaign campaign, Roll.How how, Map<Long, List<Forecast.Item>> items, Sources sources) {
        var entries = new ArrayList<Roll.Entry>();
        int[] left = new int[2];
        sources.roll().forEach(campaign, how, Set.of(), entry -> {
            left[0] += entry.hold() == null ? 0 : 1;
            left[1] += entry.to().suppressed() == null ? 0 : 1;
            if (entry.goes()) {
                entries.add(entry);
            }
        });
        var people = people(how, entries.stream().map(entry -> entry.to().contactId()).toList(), sources);
        for (var entry : entries) {
            var address = entry.to().address();
            add(items, entry.accountId(), address.substring(address.lastIndexOf('@') + 1), entry.slot(), how, people.get(entry.to().contactId()));
        }
        return new ToGo(campaign, items, startOf(campaign, sources.clock().instant()), left[0], left[1]);
    }

    private static ToGo ofLedger(Campaign campaign, Roll.How how, Map<Long, List<Forecast.Item>> items, Sources sources) {
        var counts = sources.messages().counts(campaign.id());
        var rows = sources.messages().toGo(campaign.id());
        var people = people(how, rows.stream().map(Message::contactId).toList(), sources);
        for (var row : rows) {
            add(items, row.accountId(), row.domain(), new Schedule.Slot(row.notBefore(), row.notAfter()), how, people.get(row.contactId()));
        }
        return new ToGo(campaign, items, startOf(campaign, sources.clock().instant()), counts.of(MessageState.HELD), counts.of(MessageState.SUPPRESSED));
    }

    private static Instant startOf(Campaign campaign, Instant now) {
        var at = campaign.scheduledAt();
        return campaign.state() == CampaignState.SCHEDULED && at != null && at.isAfter(now) ? at : now;
    }

    /** Read only where their hours count. */
    private static Map<Long, Contact> people(Roll.How how, List<Long> ids, Sources sources) {
        if (how.schedule().isAnyHour()) {
            return Map.of();
        }
        var people = HashMap.<Long, Contact>newHashMap(ids.size());
        sources.contacts().forEach(ids, contact -> people.put(contact.id(), contact));
        return people;
    }

    private static void add(Map<Long, List<Forecast.Item>> items, long account, String domain, Schedule.Slot slot, Roll.How how, @Nullable Contact contact) {
        items.computeIfAbsent(account, _ -> new ArrayList<>()).add(new Forecast.Item(domain, slot.notBefore(), slot.notAfter(), at -> {
            var next = how.schedule().slot(at, 0, contact, how.work());
            return new Forecast.Window(next.notBefore(), next.notAfter());
        }));
    }
}

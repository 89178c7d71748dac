package app.caravel.campaign;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import app.caravel.account.Accounts;
import app.caravel.calendar.WorkDays;
import app.caravel.contact.Contact;
import app.caravel.contact.Contacts;

/** Who a campaign writes to, by which account, from when, and who waits: worked out before the first row is written, and by the plan. */
final class Roll {

    /**
     * One person.
     *
     * @param hold why he waits, null where he does not
     */
    record Entry(Recipients.Recipient to, long accountId, Schedule.Slot slot, Manners.@Nullable Hold hold) {

        boolean goes() {
            return to.suppressed() == null && hold == null;
        }
    }

    /** How a campaign goes out. */
    record How(Spread spread, Schedule schedule, WorkDays work, boolean manners) {}

    private static final int BATCH = 1_000;

    private final Recipients recipients;
    private final Contacts contacts;
    private final Accounts accounts;
    private final Spreads spreads;
    private final Manners manners;
    private final Clock clock;

    Roll(Recipients recipients, Contacts contacts, Accounts accounts, Spreads spreads, Manners manners, Clock clock) {
        this.recipients = recipients;
        this.contacts = contacts;
        this.accounts = accounts;
        this.spreads = spreads;
        this.manners = manners;
        this.clock = clock;
    }

    /**
     * Hands over everybody of the audience in the order in which they go.
     *
     * @param except contacts that are in the ledger already
     */
    void forEach(Campaign campaign, How how, Set<Long> except, Consumer<Entry> action) {
        var caller = new Caller(campaign, how, action);
        var batch = new ArrayList<Recipients.Recipient>(BATCH);
        recipients.forEach(campaign.audience(), person -> {
            if (!except.contains(person.contactId())) {
                batch.add(person);
            }
            if (batch.size() == BATCH) {
                caller.call(batch);
                batch.clear();
            }
        });
        caller.call(batch);
    }

    private final class Caller {
        private final How how;
        private final Consumer<Entry> action;
        private final Instant now = clock.instant();
        private final Manners.@Nullable Look look;
        private final WhoWrites who;
        private int nth;

        Caller(Campaign campaign, How how, Consumer<Entry> action) {
            this.how = how;
            this.action = action;
            this.look = how.manners() && !manners.rules().isNone() ? manners.look(campaign.id()) : null;
            this.who = WhoWrites.toAll(how.spread(), accounts, spreads);
        }

        void call(List<Recipients.Recipient> people) {
            var facts = factsOf(people);
            for (var person : people) {
                var contact = facts.get(person.contactId());
                var account = who.accountFor(person.contactId(), person.address(), contact);
                var hold = person.suppressed() != null || look == null ? null : look.hold(person.contactId()).orElse(null);
                boolean goes = person.suppressed() == null && hold == null;
                action.accept(new Entry(person, account, goes ? how.schedule().slot(now, nth++, contact, how.work()) : Schedule.Slot.ANY, hold));
            }
        }

        /** Read only where they decide something. */
        private Map<Long, Contact> factsOf(List<Recipients.Recipient> people) {
            if (how.schedule().isAnyHour() && !who.asksForContact()) {
                return Map.of();
            }
            var facts = HashMap.<Long, Contact>newHashMap(people.size());
            contacts.forEach(people.stream().map(Recipients.Recipient::contactId).toList(), contact -> facts.put(contact.id(), contact));
            return facts;
        }
    }
}

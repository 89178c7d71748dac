package app.caravel.campaign;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import app.caravel.contact.Contacts;
import app.caravel.reason.Problem;

/** What went out and what will go out on which day, over all campaigns: of the ledger the past, of the plans what comes. */
public final class SendingDays {

    private final Plans plans;
    private final MessageQueries messages;
    private final Campaigns campaigns;
    private final Recipients recipients;
    private final Contacts contacts;

    SendingDays(Plans plans, MessageQueries messages, Campaigns campaigns, Recipients recipients, Contacts contacts) {
        this.plans = plans;
        this.messages = messages;
        this.campaigns = campaigns;
        this.recipients = recipients;
        this.contacts = contacts;
    }

    /**
     * One campaign's mails of one day.
     *
     * @param sent taken by the server, those that came back included
     * @param planned will leave, as things stand now
     */
    public record Mails(LocalDate day, long campaignId, String name, CampaignState state, int sent, int planned) {

        private Mails and(Mails other) {
            return new Mails(day, campaignId, name, state, sent + other.sent, planned + other.planned);
        }
    }

    /** What comes, worked out once: large campaigns take their time. */
    public static final class Ahead {
        private final List<Plans.Leaving> leaving;

        private Ahead(List<Plans.Leaving> leaving) {
            this.leaving = leaving;
        }

        /** Whether anything will leave at all. */
        public boolean isAny() {
            return leaving.stream().anyMatch(each -> !each.at().isEmpty());
        }
    }

    /** Plays all that runs, is scheduled or goes on by itself through. Ends early where its thread is interrupted. */
    public Ahead ahead() {
        return new Ahead(plans.all());
    }

    /** Day by day, on each the campaign with the most mails first. @param to the last day */
    public List<Mails> between(LocalDate from, LocalDate to, ZoneId zone, Ahead ahead) {
        var all = new HashMap<LocalDate, Map<Long, Mails>>();
        var moments = from.datesUntil(to.plusDays(2)).map(day -> day.atStartOfDay(zone).toInstant()).toList();
        for (var taken : messages.takenBetween(moments)) {
            put(all, new Mails(from.plusDays(taken.stretch()), taken.campaignId(), taken.name(), taken.state(), taken.mails(), 0));
        }
        for (var leaving : ahead.leaving) {
            var begin = moments.getFirst();
            var end = moments.getLast();
            for (Instant at : leaving.at()) {
                if (!at.isBefore(begin) && at.isBefore(end)) {
                    var campaign = leaving.campaign();
                    put(all, new Mails(LocalDate.ofInstant(at, zone), campaign.id(), campaign.name(), campaign.state(), 0, 1));
                }
            }
        }
        var sorted = new ArrayList<Mails>();
        from.datesUntil(to.plusDays(1)).map(day -> all.getOrDefault(day, Map.of())).forEach(of -> of.values().stream()
                .sorted(java.util.Comparator.comparingInt((Mails each) -> each.sent() + each.planned()).reversed().thenComparing(Mails::name)).forEach(sorted::add));
        return sorted;
    }

    private static void put(Map<LocalDate, Map<Long, Mails>> all, Mails mails) {
        all.computeIfAbsent(mails.day(), _ -> new LinkedHashMap<>()).merge(mails.campaignId(), mails, Mails::and);
    }

    /** Whether any mail has ever left. */
    public boolean isAnySent() {
        return messages.isAnyTaken();
    }

    /** The countries of most people in these campaigns' audiences, as they are now, of all people where that says nothing; ISO 3166-1 alpha-2, the one with the most first. */
    public List<String> countries(Collection<Long> campaignIds, int most) {
        var people = new HashMap<String, Integer>();
        campaignIds.stream().distinct().map(campaigns::find).flatMap(Optional::stream).map(Campaign::audience).distinct()
                .forEach(audience -> countries(audience).forEach((country, n) -> people.merge(country, n, Integer::sum)));
        people.remove("");
        if (people.isEmpty()) {
            people.putAll(contacts.countries());
            people.remove("");
        }
        return people.entrySet().stream().sorted(Map.Entry.<String, Integer>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .limit(most).map(Map.Entry::getKey).toList();
    }

    private Map<String, Integer> countries(Audience audience) {
        try {
            return contacts.countries(recipients.filter(audience));
        } catch (Problem e) {
            return Map.of(); // a list of it is gone, and with it what is known of its people
        }
    }
}

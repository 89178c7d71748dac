package app.caravel.audience;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import app.caravel.campaign.Audience;
import app.caravel.campaign.Audience.Part;
import app.caravel.campaign.Recipients;
import app.caravel.contact.Contacts;
import app.caravel.contact.Filter;
import app.caravel.contact.Lists;
import app.caravel.reason.Problem;
import app.caravel.reason.Reason;

/** Lists and segments resolved to people: whoever is in any of those chosen, less whoever is in any of those left out. */
public final class Audiences implements Recipients {

    private final Contacts contacts;
    private final Lists lists;
    private final Segments segments;
    private final Clock clock;

    public Audiences(Contacts contacts, Lists lists, Segments segments, Clock clock) {
        this.contacts = contacts;
        this.lists = lists;
        this.segments = segments;
        this.clock = clock;
    }

    @Override
    public Filter filter(Audience audience) {
        return filter(audience.to(), audience.not(), audience.without());
    }

    private Filter filter(List<Part> to, List<Part> not, List<Long> without) {
        var queries = new HashMap<Part, Query>();
        to.forEach(part -> resolve(part, queries));
        not.forEach(part -> resolve(part, queries));
        return Filter.EVERYONE.matching(new AudienceSql(to, not, without, Map.copyOf(queries), clock)).orderedBy(Filter.Order.ADDED, false);
    }

    private void resolve(Part part, Map<Part, Query> queries) {
        switch (part.kind()) {
            case LIST -> {
                if (lists.find(part.id()).isEmpty()) {
                    throw gone(part);
                }
            }
            case SEGMENT -> queries.put(part, segments.find(part.id()).orElseThrow(() -> gone(part)).query());
        }
    }

    private static Problem gone(Part part) {
        return Problem.of(part.kind() == Audience.Kind.LIST ? "campaign.list-gone" : "campaign.segment-gone", "name", part.name());
    }

    @Override
    public void forEach(Audience audience, Consumer<Recipient> consumer) {
        contacts.forEachRow(filter(audience), row -> consumer.accept(new Recipient(row.id(), row.address().canonical(), row.address().written(), row.name(),
                row.suppressed() == null ? null : Reason.of("campaign.suppressed", "why", row.suppressed().name()))));
    }

    @Override
    public int count(Audience audience) {
        return contacts.count(filter(audience));
    }

    @Override
    public Sizes sizes(Audience audience) {
        var to = new ArrayList<Integer>();
        for (var part : audience.to()) {
            to.add(contacts.count(filter(List.of(part), List.of(), List.of())));
        }
        var none = List.<Part>of();
        int all = contacts.count(filter(audience.to(), none, List.of()));
        var not = new ArrayList<Integer>();
        for (var part : audience.not()) {
            not.add(all - contacts.count(filter(audience.to(), List.of(part), List.of())));
        }
        int picked = audience.without().isEmpty() ? 0
                : contacts.count(filter(audience.to(), audience.not(), List.of())) - count(audience);
        return new Sizes(count(audience), to, not, picked);
    }
}

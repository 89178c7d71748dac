package app.caravel.report;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

import app.caravel.campaign.Campaign;
import app.caravel.campaign.Campaigns;
import app.caravel.campaign.MessageCounts;
import app.caravel.campaign.MessageState;
import app.caravel.store.Database;

/** All campaigns with their few numbers, for a list: three queries, however many campaigns there are. */
public final class CampaignOverviews {

    private final Jdbi db;
    private final Campaigns campaigns;

    public CampaignOverviews(Database database, Campaigns campaigns) {
        this.db = database.jdbi();
        this.campaigns = campaigns;
    }

    /**
     * A campaign in a list.
     *
     * @param list the name of its audience, null while none is chosen
     * @param people how many are in that list now
     * @param opened by people, sure and likely
     * @param clicked by people, sure and likely
     */
    public record Overview(Campaign campaign, @Nullable String list, int people, MessageCounts counts, int opened, int clicked) {}

    private record People(int opened, int clicked) {}

    private record Audience(String name, int size) {}

    /** In the order of {@link Campaigns#all()}: running, paused, planned by next, drafts, done newest first. */
    public List<Overview> all() {
        return db.withHandle(h -> {
            var counts = new HashMap<Long, Map<MessageState, Integer>>();
            h.createQuery("SELECT campaign_id, state, count(*) AS n FROM message GROUP BY campaign_id, state")
                    .map((rs, _) -> counts.computeIfAbsent(rs.getLong("campaign_id"), _ -> new EnumMap<>(MessageState.class))
                            .put(MessageState.of(rs.getString("state")), rs.getInt("n"))).list();
            var people = new HashMap<Long, People>();
            h.createQuery("""
                    SELECT campaign_id, sum(opened) AS opened, sum(clicked) AS clicked FROM (
                        SELECT m.campaign_id, max(e.kind = 'open') AS opened, max(e.kind = 'click') AS clicked
                        FROM verdict v JOIN event e ON e.id = v.event_id JOIN message m ON m.id = e.message_id
                        WHERE v.verdict IN ('person', 'likely') GROUP BY m.id)
                    GROUP BY campaign_id""")
                    .map((rs, _) -> people.put(rs.getLong("campaign_id"), new People(rs.getInt("opened"), rs.getInt("clicked")))).list();
            var lists = new HashMap<Long, Audience>();
            h.createQuery("SELECT l.id, l.name, count(m.contact_id) AS n FROM list l LEFT JOIN list_member m ON m.list_id = l.id GROUP BY l.id")
                    .map((rs, _) -> lists.put(rs.getLong("id"), new Audience(rs.getString("name"), rs.getInt("n")))).list();
            return campaigns.all().stream().map(campaign -> {
                var audience = campaign.listId() == null ? null : lists.get(campaign.listId());
                var signs = people.getOrDefault(campaign.id(), new People(0, 0));
                return new Overview(campaign, audience == null ? null : audience.name(), audience == null ? 0 : audience.size(),
                        new MessageCounts(counts.getOrDefault(campaign.id(), Map.of())), signs.opened(), signs.clicked());
            }).toList();
        });
    }
}

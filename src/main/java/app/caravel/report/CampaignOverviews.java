package app.caravel.report;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jdbi.v3.core.Jdbi;

import app.caravel.campaign.Audience;
import app.caravel.campaign.Campaign;
import app.caravel.campaign.Campaigns;
import app.caravel.campaign.MessageCounts;
import app.caravel.campaign.MessageState;
import app.caravel.campaign.Recipients;
import app.caravel.reason.Problem;
import app.caravel.store.Database;

/** All campaigns with their few numbers, for a list: few queries, however many campaigns were sent. */
public final class CampaignOverviews {

    private final Jdbi db;
    private final Campaigns campaigns;
    private final Recipients recipients;

    public CampaignOverviews(Database database, Campaigns campaigns, Recipients recipients) {
        this.db = database.jdbi();
        this.campaigns = campaigns;
        this.recipients = recipients;
    }

    /**
     * A campaign in a list.
     *
     * @param audience the lists and segments it goes to, by the names they have now; none while none is chosen
     * @param left how many lists and segments are left out of it
     * @param people how many it goes to now, while it is not sent; how many it went to then
     * @param opened by people, sure and likely
     * @param clicked by people, sure and likely
     */
    public record Overview(Campaign campaign, List<String> audience, int left, int people, MessageCounts counts, int opened, int clicked) {

        public Overview {
            audience = List.copyOf(audience);
        }
    }

    private record People(int opened, int clicked) {}

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
            var names = new HashMap<String, String>();
            h.createQuery("SELECT 'LIST' || id AS part, name FROM list UNION ALL SELECT 'SEGMENT' || id, name FROM segment")
                    .map((rs, _) -> names.put(rs.getString("part"), rs.getString("name"))).list();
            var sizes = new HashMap<Audience, Integer>();
            return campaigns.all().stream().map(campaign -> {
                var audience = campaign.audience();
                var signs = people.getOrDefault(campaign.id(), new People(0, 0));
                var messages = new MessageCounts(counts.getOrDefault(campaign.id(), Map.of()));
                return new Overview(campaign, audience.to().stream().map(part -> names.getOrDefault(part.kind().name() + part.id(), part.name())).toList(), audience.not().size(),
                        campaign.startedAt() == null ? sizes.computeIfAbsent(audience, this::size) : messages.all(), messages, signs.opened(), signs.clicked());
            }).toList();
        });
    }

    /** Of an audience with a part that is gone: nobody, as it cannot be sent. */
    private int size(Audience audience) {
        try {
            return audience.isChosen() ? recipients.count(audience) : 0;
        } catch (Problem gone) {
            return 0;
        }
    }
}

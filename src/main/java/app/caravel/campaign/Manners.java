package app.caravel.campaign;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

import app.caravel.reason.Reason;
import app.caravel.store.Database;

/** How often people and companies may be written to. Who is held back waits in the ledger, with the reason. */
public final class Manners {

    /**
     * The rules of the workspace. 0 switches one off.
     *
     * @param days between two bulk mails to one person
     * @param perCompany people of one company in 24 hours
     * @param oneAtATime whether a person is in one running campaign only
     * @param colleaguesWait whether the others at a company wait when one has answered
     */
    public record Rules(int days, int perCompany, boolean oneAtATime, boolean colleaguesWait) {

        public static final Rules USUAL = new Rules(7, 3, true, true);
        public static final Rules NONE = new Rules(0, 0, false, false);

        public boolean isNone() {
            return equals(NONE);
        }
    }

    /** Who answered lately; what reads inboxes implements it. */
    @FunctionalInterface
    public interface Replies {
        /** By company, when one of its people last answered. */
        Map<Long, Instant> ofCompanies(Instant since);
    }

    /**
     * Why somebody waits.
     *
     * @param until when the reason ends by itself; null: a person lets him go
     */
    public record Hold(Reason why, @Nullable Instant until) {}

    private static final Duration ANSWER_COUNTS = Duration.ofDays(14);
    private static final Duration LOOK_AGAIN = Duration.ofHours(6);

    private final Jdbi db;
    private final Supplier<Rules> rules;
    private final Replies replies;
    private final Clock clock;

    public Manners(Database database, Supplier<Rules> rules, Replies replies, Clock clock) {
        this.db = database.jdbi();
        this.rules = rules;
        this.replies = replies;
        this.clock = clock;
    }

    public Rules rules() {
        return rules.get();
    }

    /** Whether a campaign keeps them: as it was said, else unless all its accounts are on this computer. */
    boolean keptBy(long campaignId, boolean allOnLoopback) {
        var said = db.withHandle(h -> h.createQuery("SELECT manners FROM campaign WHERE id = :id").bind("id", campaignId).map((rs, _) -> CampaignStore.number(rs, "manners")).findOne());
        return said.map(number -> number != 0).orElse(!allOnLoopback);
    }

    /** Says it for one campaign. */
    public void put(long campaignId, boolean kept) {
        db.useHandle(h -> h.execute("UPDATE campaign SET manners = ? WHERE id = ?", kept, campaignId));
    }

    /** A look at everybody, for one campaign and moment. People are asked for in the order in which they would go. */
    Look look(long campaignId) {
        return new Look(campaignId, rules.get(), clock.instant());
    }

    private record Last(Instant at, String campaign) {}

    /** What is known at one moment. */
    final class Look {
        private final Rules kept;
        private final Instant now;
        private final Map<Long, Last> last = new HashMap<>();
        private final Map<Long, String> busy = new HashMap<>();
        private final Map<Long, Long> companies = new HashMap<>();
        private final Map<Long, Integer> ofCompany = new HashMap<>();
        private final Map<Long, Instant> answered;

        private Look(long campaignId, Rules kept, Instant now) {
            this.kept = kept;
            this.now = now;
            this.answered = kept.colleaguesWait() ? replies.ofCompanies(now.minus(ANSWER_COUNTS)) : Map.of();
            db.useHandle(h -> {
                if (kept.days() > 0) {
                    h.createQuery("""
                            SELECT m.contact_id, max(m.sent_at) AS at, c.name FROM message m JOIN campaign c ON c.id = m.campaign_id
                            WHERE m.sent_at > :since AND m.campaign_id <> :campaign GROUP BY m.contact_id""")
                        .bind("since", now.minus(Duration.ofDays(kept.days())).toEpochMilli()).bind("campaign", campaignId)
                        .map((rs, _) -> last.put(rs.getLong(1), new Last(Instant.ofEpochMilli(rs.getLong(2)), rs.getString(3)))).list();
                }
                if (kept.oneAtATime()) {
                    h.createQuery("""
                            SELECT m.contact_id, c.name FROM message m JOIN campaign c ON c.id = m.campaign_id
                            WHERE m.campaign_id <> :campaign AND m.state IN ('queued', 'sending', 'deferred') AND c.state IN ('running', 'paused', 'scheduled')""")
                        .bind("campaign", campaignId).map((rs, _) -> busy.put(rs.getLong(1), rs.getString(2))).list();
                }
                if (kept.perCompany() > 0 || !answered.isEmpty()) {
                    h.createQuery("SELECT id, company_id FROM contact WHERE company_id IS NOT NULL")
                        .map((rs, _) -> companies.put(rs.getLong(1), rs.getLong(2))).list();
                    h.createQuery("""
                            SELECT k.company_id, count(DISTINCT k.id) FROM message m JOIN contact k ON k.id = m.contact_id
                            WHERE k.company_id IS NOT NULL AND (m.sent_at > :since OR m.campaign_id = :campaign AND m.state IN ('queued', 'sending')) GROUP BY k.company_id""")
                        .bind("since", now.minus(Duration.ofHours(24)).toEpochMilli()).bind("campaign", campaignId)
                        .map((rs, _) -> ofCompany.put(rs.getLong(1), rs.getInt(2))).list();
                }
            });
        }

        /** Why somebody has to wait, or nothing; who may go counts for his company from then on. */
        Optional<Hold> hold(long contactId) {
            var other = busy.get(contactId);
            if (other != null) {
                return Optional.of(new Hold(Reason.of("manners.busy", "campaign", other), now.plus(LOOK_AGAIN)));
            }
            var before = last.get(contactId);
            if (before != null) {
                return Optional.of(new Hold(Reason.of("manners.lately", "at", before.at().toEpochMilli(), "campaign", before.campaign(), "days", kept.days()),
                        before.at().plus(Duration.ofDays(kept.days()))));
            }
            var company = companies.get(contactId);
            if (company == null) {
                return Optional.empty();
            }
            var answer = answered.get(company);
            if (answer != null) {
                return Optional.of(new Hold(Reason.of("manners.answered", "at", answer.toEpochMilli()), null));
            }
            if (kept.perCompany() > 0 && ofCompany.merge(company, 1, Integer::sum) > kept.perCompany()) {
                ofCompany.merge(company, -1, Integer::sum);
                return Optional.of(new Hold(Reason.of("manners.company", "n", kept.perCompany()), now.plus(Duration.ofHours(24))));
            }
            return Optional.empty();
        }
    }
}

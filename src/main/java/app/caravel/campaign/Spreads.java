package app.caravel.campaign;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

import app.caravel.reason.Problem;
import app.caravel.store.Database;

/** Which accounts campaigns go out by. */
public final class Spreads {

    private final Jdbi db;

    public Spreads(Database database) {
        this.db = database.jdbi();
    }

    /**
     * The campaign's accounts.
     *
     * @throws Problem where it has none
     */
    public Spread of(Campaign campaign) {
        var shares = db.withHandle(h -> h.createQuery("""
                SELECT account_id, weight, list_id FROM campaign_account WHERE campaign_id = :id ORDER BY rowid""").bind("id", campaign.id())
                .map((rs, _) -> new Spread.Share(rs.getLong("account_id"), rs.getInt("weight"), CampaignStore.number(rs, "list_id"))).list());
        if (!shares.isEmpty()) {
            return new Spread(Spread.By.of(by(campaign.id())), shares);
        }
        if (campaign.accountId() == null) {
            throw Problem.of("campaign.no-account", "name", campaign.name());
        }
        return Spread.by(campaign.accountId());
    }

    private String by(long campaignId) {
        return db.withHandle(h -> h.createQuery("SELECT spread FROM campaign WHERE id = :id").bind("id", campaignId).mapTo(String.class).one());
    }

    /** Keeps a draft's accounts; the first one becomes the campaign's own, whose name its tests and previews bear. */
    public void put(long campaignId, Spread spread) {
        db.useTransaction(h -> {
            h.execute("DELETE FROM campaign_account WHERE campaign_id = ?", campaignId);
            h.execute("UPDATE campaign SET spread = ?, account_id = ? WHERE id = ?", spread.by().key(), spread.shares().getFirst().accountId(), campaignId);
            if (spread.shares().size() > 1) {
                PreparedBatch batch = h.prepareBatch("INSERT INTO campaign_account (campaign_id, account_id, weight, list_id) VALUES (:campaign, :account, :weight, :list)");
                spread.shares().forEach(share -> batch.bind("campaign", campaignId).bind("account", share.accountId()).bind("weight", share.weight()).bind("list", share.listId()).add());
                batch.execute();
            }
        });
    }

    /** A copy has the same. */
    void copy(long from, long to) {
        db.useTransaction(h -> {
            h.execute("INSERT INTO campaign_account (campaign_id, account_id, weight, list_id) SELECT ?, account_id, weight, list_id FROM campaign_account WHERE campaign_id = ?", to, from);
            h.execute("UPDATE campaign SET (spread, schedule, manners) = (SELECT spread, schedule, manners FROM campaign WHERE id = ?) WHERE id = ?", from, to);
        });
    }

    /** The account that wrote to each person last, of these accounts. */
    Map<Long, Long> lastAccounts(List<Long> accounts) {
        var last = new HashMap<Long, Long>();
        db.useHandle(h -> h.createQuery("""
                SELECT contact_id, account_id, max(sent_at) FROM message WHERE sent_at IS NOT NULL AND account_id IN (<accounts>) GROUP BY contact_id""")
                .bindList("accounts", accounts).map((rs, _) -> last.put(rs.getLong("contact_id"), rs.getLong("account_id"))).list());
        return last;
    }

    /** The same for one person. */
    Optional<Long> lastAccount(List<Long> accounts, long contactId) {
        return db.withHandle(h -> h.createQuery("""
                SELECT account_id FROM message WHERE contact_id = :contact AND sent_at IS NOT NULL AND account_id IN (<accounts>) ORDER BY sent_at DESC LIMIT 1""")
                .bind("contact", contactId).bindList("accounts", accounts).mapTo(Long.class).findOne());
    }

    boolean isMember(long listId, long contactId) {
        return db.withHandle(h -> h.createQuery("SELECT 1 FROM list_member WHERE list_id = :list AND contact_id = :contact")
                .bind("list", listId).bind("contact", contactId).mapTo(Integer.class).findOne()).isPresent();
    }

    /** The people of a list, by their ids. */
    Set<Long> members(long listId) {
        return new HashSet<>(db.withHandle(h -> h.createQuery("SELECT contact_id FROM list_member WHERE list_id = :id").bind("id", listId).mapTo(Long.class).list()));
    }
}

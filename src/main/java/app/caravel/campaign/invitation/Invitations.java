package app.caravel.campaign.invitation;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;

import org.jdbi.v3.core.Jdbi;

import app.caravel.store.Database;

/** The appointments of campaigns, at most one each. */
public final class Invitations {

    private final Jdbi db;

    public Invitations(Database database) {
        this.db = database.jdbi();
    }

    public Optional<Invitation> of(long campaignId) {
        return db.withHandle(h -> h.createQuery("SELECT * FROM invitation WHERE campaign_id = :id").bind("id", campaignId)
                .map((rs, _) -> new Invitation(rs.getString("title"), rs.getString("place"), rs.getString("note"), LocalDateTime.parse(rs.getString("starts")),
                        LocalDateTime.parse(rs.getString("ends")), ZoneId.of(rs.getString("zone")), rs.getBoolean("asks"))).findOne());
    }

    /** Takes the place of an earlier one. */
    public void put(long campaignId, Invitation invitation) {
        db.useHandle(h -> h.createUpdate("""
                INSERT INTO invitation (campaign_id, title, place, note, starts, ends, zone, asks) VALUES (:id, :title, :place, :note, :starts, :ends, :zone, :asks)
                ON CONFLICT (campaign_id) DO UPDATE SET title = excluded.title, place = excluded.place, note = excluded.note, starts = excluded.starts,
                    ends = excluded.ends, zone = excluded.zone, asks = excluded.asks""")
            .bind("id", campaignId).bind("title", invitation.title()).bind("place", invitation.place()).bind("note", invitation.note())
            .bind("starts", invitation.starts().toString()).bind("ends", invitation.ends().toString()).bind("zone", invitation.zone().getId()).bind("asks", invitation.asks()).execute());
    }

    public void remove(long campaignId) {
        db.useHandle(h -> h.execute("DELETE FROM invitation WHERE campaign_id = ?", campaignId));
    }
}

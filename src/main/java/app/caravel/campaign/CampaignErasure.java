package app.caravel.campaign;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.jdbi.v3.core.Handle;

import app.caravel.content.pictures.PictureStore;
import app.caravel.reason.Problem;
import app.caravel.store.Json;

/** Takes one person out of what was sent: the ledger's rows stay as nobody's, so that every count stays true; a mail to him alone loses its content. */
public final class CampaignErasure {

    private final Ledger ledger;

    public CampaignErasure(Ledger ledger) {
        this.ledger = ledger;
    }

    /**
     * What was taken out.
     *
     * @param messages rows of the ledger that are nobody's now, by their ids
     * @param cancelled how many of them were waiting and will not go
     * @param campaigns mails to him alone that have no content any more
     * @param files his own files and attachments of those mails that nothing else uses, by their SHA-256
     * @param pictures sources of those mails' pictures; others may show them too
     */
    public record Erased(List<Long> messages, int cancelled, int campaigns, List<String> files, Set<String> pictures) {}

    /**
     * @throws Problem where a mail to him is leaving at this moment
     */
    public Erased erase(Handle h, Collection<Long> contacts, Collection<String> addresses, Instant at) {
        var messages = h.createQuery("""
                SELECT id FROM message WHERE contact_id > 0 AND (contact_id IN (SELECT value FROM json_each(:contacts)) OR address IN (SELECT value FROM json_each(:addresses)))""")
            .bind("contacts", Json.write(contacts)).bind("addresses", Json.write(addresses)).mapTo(Long.class).list();
        var these = Json.write(messages);
        if (h.createQuery("SELECT EXISTS (SELECT 1 FROM message WHERE id IN (SELECT value FROM json_each(:these)) AND state = 'sending')").bind("these", these).mapTo(Boolean.class).one()) {
            throw Problem.of("erasure.sending");
        }
        int cancelled = ledger.erase(h, messages, at);
        h.createUpdate("""
                UPDATE campaign SET audience = json_set(audience, '$.without', (SELECT json_group_array(value) FROM json_each(campaign.audience, '$.without')
                    WHERE value NOT IN (SELECT value FROM json_each(:contacts))))
                WHERE EXISTS (SELECT 1 FROM json_each(campaign.audience, '$.without') w WHERE w.value IN (SELECT value FROM json_each(:contacts)))""")
            .bind("contacts", Json.write(contacts)).execute();
        var alone = h.createQuery("""
                SELECT DISTINCT campaign_id FROM message mine WHERE id IN (SELECT value FROM json_each(:these))
                  AND NOT EXISTS (SELECT 1 FROM message other WHERE other.campaign_id = mine.campaign_id AND other.contact_id > 0)""").bind("these", these).mapTo(Long.class).list();
        var pictures = pictures(h, alone);
        var own = h.createQuery("DELETE FROM message_file WHERE message_id IN (SELECT value FROM json_each(:these)) RETURNING sha256").bind("these", these).mapTo(String.class).list();
        var files = new LinkedHashSet<>(own);
        files.addAll(empty(h, alone));
        return new Erased(messages, cancelled, alone.size(), unused(h, files), pictures);
    }

    private static Set<String> pictures(Handle h, List<Long> campaigns) {
        var pictures = new LinkedHashSet<String>();
        h.createQuery("""
                SELECT html FROM campaign WHERE id IN (SELECT value FROM json_each(:these))
                UNION ALL SELECT variant.value ->> 'html' FROM campaign, json_each(campaign.variants) variant WHERE campaign.id IN (SELECT value FROM json_each(:these))
                UNION ALL SELECT html FROM content_version WHERE campaign_id IN (SELECT value FROM json_each(:these))""")
            .bind("these", Json.write(campaigns)).mapTo(String.class).forEach(html -> pictures.addAll(PictureStore.in(html)));
        return pictures;
    }

    private static List<String> empty(Handle h, List<Long> campaigns) {
        var these = Json.write(campaigns);
        h.createUpdate("UPDATE campaign SET name = 'erased ' || id, subject = '', html = '', text = NULL, original_kind = 'html', original = NULL, variants = '[]' WHERE id IN (SELECT value FROM json_each(:these))").bind("these", these).execute();
        h.createUpdate("UPDATE content_version SET subject = '', html = '', text = '' WHERE campaign_id IN (SELECT value FROM json_each(:these))").bind("these", these).execute();
        h.createUpdate("DELETE FROM invitation WHERE campaign_id IN (SELECT value FROM json_each(:these))").bind("these", these).execute();
        h.createUpdate("DELETE FROM attachment_each WHERE campaign_id IN (SELECT value FROM json_each(:these))").bind("these", these).execute();
        return h.createQuery("DELETE FROM attachment WHERE campaign_id IN (SELECT value FROM json_each(:these)) RETURNING sha256").bind("these", these).mapTo(String.class).list();
    }

    private static List<String> unused(Handle h, Collection<String> files) {
        return files.stream().filter(sha -> h.createQuery("SELECT NOT EXISTS (SELECT 1 FROM attachment WHERE sha256 = :sha) AND NOT EXISTS (SELECT 1 FROM message_file WHERE sha256 = :sha)")
                .bind("sha", sha).mapTo(Boolean.class).one()).toList();
    }
}

package app.caravel.desktop.campaigns;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;

import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

import app.caravel.account.Account;
import app.caravel.account.Security;
import app.caravel.campaign.Audience;
import app.caravel.campaign.Campaign;
import app.caravel.campaign.Spread;
import app.caravel.reason.Reason;
import app.caravel.store.Json;
import app.caravel.workspace.Workspace;

/** A workspace with people and campaigns, written straight into its tables: what a month of work would leave there. */
final class CampaignData {

    static final Instant NOW = Instant.parse("2026-11-24T08:12:00Z");
    static final int PEOPLE = 1_840;
    private static final String[] FIRST = {"Rashid", "Katrin", "Henrik", "Camila", "Tarek", "Julia", "Piotr", "Nguyen", "Ahmed", "Olga", "Marco", "Sofia", "Jan", "Aiko"};
    private static final String[] LAST = {"Al Mansoori", "Weber", "Sørensen", "Ferreira", "Haddad", "Hoffmann", "Zieliński", "Thi Lan", "Hassan", "Ivanova", "Rossi", "García", "de Vries", "Tanaka"};
    private static final String[] COUNTRY = {"AE", "DE", "DK", "BR", "LB", "DE", "PL", "VN", "EG", "KZ", "IT", "ES", "NL", "JP"};
    private static final String[] CITY = {"Dubai", "Hamburg", "Aarhus", "São Paulo", "Beirut", "München", "Poznań", "Hanoi", "Cairo", "Almaty", "Milano", "Valencia", "Rotterdam", "Osaka"};
    private static final String[] ZONE = {"Asia/Dubai", "Europe/Berlin", "Europe/Copenhagen", "America/Sao_Paulo", "Asia/Beirut", "Europe/Berlin", "Europe/Warsaw", "Asia/Ho_Chi_Minh",
        "Africa/Cairo", "Asia/Almaty", "Europe/Rome", "Europe/Madrid", "Europe/Amsterdam", "Asia/Tokyo"};
    private static final String[] COMPANY = {"Gulf Bright Trading LLC", "Weber Lichttechnik GmbH", "Nordlys ApS", "Luz Viva Ltda", "Cedar Lighting SAL", "Hoffmann Elektro", "Lampex",
        "Sao Mai", "Nile Lights", "Altyn Svet", "Luce Rossi", "Iluminaciones García", "De Vries Licht", "佐藤照明"};
    static final String HTML = """
            <html><body style="margin:0;font-family:Arial,sans-serif;color:#1c2127"><table width="600" align="center" cellpadding="0" cellspacing="0">
            <tr><td style="padding:16px 24px;font-weight:bold;color:#1f3f8f">LUMITECH</td></tr>
            <tr><td style="padding:28px 24px;background:#16244a;color:#ffffff;font-size:24px;font-weight:bold">Brighter. Thinner.<br>8% lighter on the price.</td></tr>
            <tr><td style="padding:24px;font-size:15px;line-height:22px"><p>Dear {{ first_name }},</p>
            <p>last spring {{ company | default: "your company" }} took our 60x60 panels to {{ city }}. The new series draws 36 W instead of 40, glares less and costs 8% less from 500 pcs.</p>
            <p><a href="https://www.lumitech.example/panel-60x60">LED panel 60×60</a></p><p><a href="https://www.lumitech.example/prices.pdf">Price list, PDF</a></p>
            <p><a href="https://www.lumitech.example/tri-proof">IP65 tri-proof</a></p><p><a href="https://www.lumitech.example/call">Book a call</a></p></td></tr></table></body></html>""";

    private final Workspace workspace;
    private final Random random = new Random(7);

    CampaignData(Workspace workspace) {
        this.workspace = workspace;
    }

    Account account() {
        return workspace.accounts().save(new Account(0, "Tencent Exmail", "Anna Wang", "anna@lumitech.example", "smtp.exmail.example", 465, Security.TLS, null, null, 0, 480, 460, null, null));
    }

    /** A list of people; every hundredth has no first name. */
    long list(String name, int people) {
        var list = workspace.lists().create(name);
        workspace.database().jdbi().useTransaction(h -> {
            for (int i = 0; i < COMPANY.length; i++) {
                h.execute("INSERT OR IGNORE INTO company (name) VALUES (?)", COMPANY[i]);
            }
            for (int i = 0; i < people; i++) {
                int k = i % FIRST.length;
                var first = i < FIRST.length ? FIRST[k] : FIRST[random.nextInt(FIRST.length)];
                var whole = i == 13 ? "佐藤 健" : first + " " + LAST[k];
                h.execute("""
                        INSERT INTO contact (address, written_address, name, first_name, last_name, company_id, country, city, time_zone, language, created_at, changed_at)
                        VALUES (?, ?, ?, ?, ?, (SELECT id FROM company WHERE name = ?), ?, ?, ?, 'en', ?, ?)""",
                        address(name, i), address(name, i), whole, i % 100 == 4 ? null : first, LAST[k], COMPANY[k], COUNTRY[k], i % 60 == 7 ? null : CITY[k], ZONE[k],
                        NOW.toEpochMilli(), NOW.toEpochMilli());
                h.execute("INSERT INTO list_member (list_id, contact_id, added_at) VALUES (?, last_insert_rowid(), ?)", list.id(), NOW.toEpochMilli());
            }
        });
        return list.id();
    }

    private static String address(String list, int i) {
        return "buyer" + i + "@" + Integer.toHexString(list.hashCode()) + ".example";
    }

    Campaign draft(String name, long list, long account) {
        return workspace.campaigns().create(name, Audience.of(workspace.lists().find(list).orElseThrow()), account, "Panel 60×60 is 8% lighter on the price", HTML, null);
    }

    /** A campaign that was sent five days ago, with its openings, clicks and machines. */
    Campaign sent(String name, long list, long account, Instant at) {
        var campaign = draft(name, list, account);
        workspace.database().jdbi().useTransaction(h -> {
            h.execute("UPDATE campaign SET state = 'finished', started_at = ?, finished_at = ?, changed_at = ? WHERE id = ?", at.toEpochMilli(), at.plusSeconds(3600).toEpochMilli(),
                    at.toEpochMilli(), campaign.id());
            h.execute("INSERT INTO content_version (campaign_id, subject, html, text, links, created_at) VALUES (?, ?, ?, '', ?, ?)", campaign.id(), campaign.subject(), HTML,
                    Json.write(List.of(product("panel-60x60", "LED panel 60×60", "LP-6060"), link("prices.pdf", "Price list, PDF"), product("tri-proof", "IP65 tri-proof", "TP-65"), link("call", "Book a call"))), at.toEpochMilli());
            long content = h.createQuery("SELECT max(id) FROM content_version").mapTo(Long.class).one();
            messages(h, campaign.id(), list, account, at, content, "sent");
            events(h, campaign.id(), at);
        });
        return workspace.campaigns().find(campaign.id()).orElseThrow();
    }

    private static java.util.Map<String, String> product(String page, String text, String item) {
        return java.util.Map.of("url", "https://www.lumitech.example/" + page, "text", text, "item", item);
    }

    private static java.util.Map<String, String> link(String page, String text) {
        return java.util.Map.of("url", "https://www.lumitech.example/" + page, "text", text);
    }

    /** A campaign in the middle of its run: a part is sent, the rest queued, a few in doubt. */
    Campaign halfway(String name, long list, long account, String state, int sent, int doubtful, @Nullable Reason problem) {
        var campaign = draft(name, list, account);
        var at = NOW.minus(Duration.ofMinutes(95));
        workspace.database().jdbi().useTransaction(h -> {
            h.execute("UPDATE campaign SET state = ?, started_at = ?, problem = ? WHERE id = ?", state, at.toEpochMilli(), problem == null ? null : Json.write(problem), campaign.id());
            messages(h, campaign.id(), list, account, at, null, "queued");
            h.execute("UPDATE message SET state = 'sent', sent_at = ? WHERE campaign_id = ? AND id IN (SELECT id FROM message WHERE campaign_id = ? ORDER BY id LIMIT ?)",
                    at.toEpochMilli(), campaign.id(), campaign.id(), sent);
            h.execute("UPDATE message SET state = 'in_doubt', since = ? WHERE campaign_id = ? AND id IN (SELECT id FROM message WHERE campaign_id = ? AND state = 'queued' ORDER BY id LIMIT ?)",
                    at.toEpochMilli(), campaign.id(), campaign.id(), doubtful);
        });
        return workspace.campaigns().find(campaign.id()).orElseThrow();
    }

    /** Every second message goes by another account. */
    void share(Campaign campaign, Account other) {
        workspace.campaigns().spreads().put(campaign.id(), new Spread(Spread.By.WEIGHT, List.of(new Spread.Share(java.util.Objects.requireNonNull(campaign.accountId()), 1, null), new Spread.Share(other.id(), 1, null))));
        workspace.database().jdbi().useHandle(h -> h.execute("UPDATE message SET account_id = ? WHERE campaign_id = ? AND id % 2 = 0", other.id(), campaign.id()));
    }

    /** Recipients at several providers. */
    void scatter(Campaign campaign) {
        workspace.database().jdbi().useHandle(h -> {
            h.execute("UPDATE message SET address = 'buyer' || id || CASE WHEN id % 7 < 3 THEN '@gmail.com' WHEN id % 7 < 5 THEN '@web.de' ELSE '@emirates.example' END WHERE campaign_id = ?", campaign.id());
            h.execute("UPDATE contact SET mail_host = 'google' WHERE id IN (SELECT contact_id FROM message WHERE campaign_id = ? AND address LIKE '%gmail.com')", campaign.id());
            h.execute("UPDATE contact SET mail_host = 'proofpoint' WHERE id IN (SELECT contact_id FROM message WHERE campaign_id = ? AND address LIKE '%emirates.example' AND id % 2 = 0)", campaign.id());
        });
    }

    /** Some queued messages get an answer; deferred ones go again after 40 minutes. */
    void refuse(Campaign campaign, String state, int code, String reply, int n) {
        workspace.database().jdbi().useTransaction(h -> {
            h.execute("UPDATE message SET state = ?, since = ?, reply_code = ?, reply = ?, attempts = 1, not_before = ? WHERE id IN (SELECT id FROM message WHERE campaign_id = ? AND state = 'queued' ORDER BY id LIMIT ?)",
                    state, NOW.toEpochMilli(), code, reply, state.equals("deferred") ? NOW.plus(Duration.ofMinutes(40)).toEpochMilli() : null, campaign.id(), n);
            h.execute("INSERT INTO transition (message_id, at, state, reply_code, reply) SELECT id, ?, state, reply_code, reply FROM message WHERE campaign_id = ? AND state = ? AND reply = ?",
                    NOW.toEpochMilli(), campaign.id(), state, reply);
        });
    }

    /** Some of those who wait are kept back: they were written to five days ago. */
    void hold(Campaign campaign, int n) {
        workspace.database().jdbi().useHandle(h -> h.execute("UPDATE message SET state = 'held', not_before = ?, reason = ? WHERE id IN (SELECT id FROM message WHERE campaign_id = ? AND state = 'queued' ORDER BY id LIMIT ?)",
                NOW.plus(Duration.ofDays(2)).toEpochMilli(), Json.write(Reason.of("manners.lately", "at", NOW.minus(Duration.ofDays(5)).toEpochMilli(), "campaign", "Autumn", "days", 7)), campaign.id(), n));
    }

    private void messages(Handle h, long campaign, long list, long account, Instant at, @Nullable Long content, String state) {
        h.createUpdate("""
                INSERT INTO message (campaign_id, contact_id, address, recipient, recipient_name, account_id, random_id, message_id, state, since, sent_at, content_id, merge, reply)
                SELECT :campaign, c.id, c.address, c.written_address, c.name, :account, randomblob(10), '<' || hex(randomblob(10)) || '@lumitech.example>',
                       CASE WHEN :state = 'sent' AND c.id % 43 = 0 THEN 'bounced' ELSE :state END, :at, CASE WHEN :state = 'sent' THEN :at END, :content,
                       json_object('first_name', c.first_name, 'company', 'Gulf Bright Trading LLC', 'city', c.city), CASE WHEN :state = 'sent' THEN '250 2.0.0 Ok: queued' END
                FROM contact c JOIN list_member m ON m.contact_id = c.id WHERE m.list_id = :list ORDER BY c.id""")
                .bind("campaign", campaign).bind("account", account).bind("state", state).bind("at", at.toEpochMilli()).bind("content", content).bind("list", list).execute();
        h.execute("INSERT INTO transition (message_id, at, state, reply) SELECT id, ?, state, reply FROM message WHERE campaign_id = ?", at.toEpochMilli(), campaign);
    }

    private void events(Handle h, long campaign, Instant at) {
        var ids = h.createQuery("SELECT id FROM message WHERE campaign_id = :c AND state = 'sent' ORDER BY id").bind("c", campaign).mapTo(Long.class).list();
        for (int i = 0; i < ids.size(); i++) {
            long id = ids.get(i);
            int kind = i < 9 ? i % 5 == 4 ? 70 : 10 : random.nextInt(100);
            if (kind < 31) {
                var first = at.plus(when());
                event(h, id, "open", null, first, "person", Reason.of("verdict.named-browser", "name", "Outlook, Windows"));
                if (i < 9 || random.nextInt(3) == 0) {
                    event(h, id, "open", null, first.plus(Duration.ofHours(16)), "person", Reason.of("verdict.browser"));
                }
                if (i < 9 || random.nextInt(3) == 0) {
                    event(h, id, "click", random.nextInt(10) < 5 ? 0 : random.nextInt(4), first.plusSeconds(48), "person", Reason.of("verdict.named-browser", "name", "Edge"));
                }
                if (i < 4) {
                    for (int link = 0; link < 4; link++) {
                        event(h, id, "click", link, at.plusSeconds(2), "machine", Reason.of("verdict.burst", "n", 4, "seconds", 2));
                    }
                }
            } else if (kind < 38) {
                event(h, id, "open", null, at.plus(when()), "likely", Reason.of("verdict.picture-proxy", "provider", "Gmail"));
                if (random.nextInt(8) == 0) {
                    event(h, id, "click", random.nextInt(4), at.plus(when()), "likely", Reason.of("verdict.browser"));
                }
            } else if (kind < 45) {
                event(h, id, "open", null, at.plusSeconds(5), "machine", Reason.of("verdict.scanner", "name", "Microsoft Defender"));
            } else if (kind < 49) {
                event(h, id, "open", null, at.plusSeconds(50), "proxy", Reason.of("verdict.always-fetches", "provider", "Apple Mail"));
            }
        }
    }

    /** Office hours of five days, ever fewer. */
    private Duration when() {
        int[] weight = {50, 25, 5, 3, 17};
        int pick = random.nextInt(100);
        int day = 0;
        for (int sum = weight[0]; sum <= pick && day < 4; sum += weight[++day]) {
            // the next day
        }
        double hour = Math.clamp(1 + Math.abs(random.nextGaussian()) * 3, 0, 12);
        return Duration.ofMinutes(day * 1440L + (long) (hour * 60));
    }

    private void event(Handle h, long message, String kind, @Nullable Integer link, Instant at, String verdict, Reason reason) {
        h.execute("""
                INSERT INTO event (epoch, sequence, kind, at, random_id, message_id, link, url, method, user_agent, raw)
                VALUES ('e', (SELECT coalesce(max(sequence), 0) + 1 FROM event), ?, ?, (SELECT random_id FROM message WHERE id = ?), ?, ?, ?, 'GET', 'x', '')""",
                kind, at.toEpochMilli(), message, message, link, link == null ? null : "https://www.lumitech.example/" + link);
        h.execute("INSERT INTO verdict (event_id, verdict, reasons, rule) VALUES (last_insert_rowid(), ?, ?, 1)", verdict, Json.write(List.of(reason)));
    }

}

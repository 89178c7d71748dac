package app.caravel.desktop.messagelog;

import java.time.Instant;
import java.util.HexFormat;

import org.jspecify.annotations.Nullable;

import app.caravel.account.Account;
import app.caravel.account.Security;
import app.caravel.reason.Reason;
import app.caravel.store.Json;
import app.caravel.workspace.Workspace;

/** A campaign's ledger with all that can become of a mail, written straight into its tables. */
final class LogData {

    static final Instant NOW = Instant.parse("2026-11-24T08:12:00Z");
    private static final String[] WHO = {"Katrin Weber|katrin.weber@nordlicht.example", "Rashid Al Mansoori|rashid@gulfbright.example", "Lucía Torres|lucia@torres.example", "Henrik Sørensen|hs@lys.example",
        "Olga Ivanova|olga@altynsvet.example", "佐藤 健|sato@lampex.example", "Camila Ferreira|compras@luzviva.example", "Marco Rossi|m.rossi@lucerossi.example"};

    private final Workspace workspace;
    private final long account;

    LogData(Workspace workspace) {
        this.workspace = workspace;
        account = workspace.accounts().save(new Account(0, "Tencent Exmail", "Anna Wang", "anna@lumitech.example", "smtp.exmail.qq.com", 465, Security.TLS, null, null, 0, 480, 460, null, null)).id();
        workspace.database().jdbi().useHandle(h -> {
            h.execute("INSERT INTO campaign (id, name, state, subject, account_id, created_at, changed_at) VALUES (1, 'Autumn offer', 'finished', 'Panels for {{ first_name }}', ?, 0, 0)", account);
            h.execute("INSERT INTO content_version (id, campaign_id, subject, html, text, links, created_at) VALUES (1, 1, 'LED panels 60x60, 8% less, for {{ first_name }}', '<p>Dear {{ first_name }}</p>', 'Dear', '[]', 0)");
        });
    }

    void fill() {
        for (int i = 1; i <= 48; i++) {
            var at = NOW.minusSeconds(7_200 - 60L * i);
            message(i, WHO[i % WHO.length], at);
            switch (i) {
                case 5 -> step(i, at.plusSeconds(2), "failed", "550 5.1.1 <sato@lampex.example>: Recipient address rejected: User unknown in virtual mailbox table", null);
                case 11 -> {
                    step(i, at.plusSeconds(3), "deferred", "451 4.7.1 Greylisting in action, please come back later", null);
                    step(i, at.plusSeconds(903), "queued", null, null);
                    sent(i, at.plusSeconds(905));
                }
                case 17 -> {
                    sent(i, at.plusSeconds(2));
                    step(i, at.plusSeconds(600), "bounced", "552 5.2.2 mailbox full", null);
                }
                case 23 -> step(i, at.plusSeconds(2), "suppressed", null, Reason.of("campaign.suppressed-meanwhile"));
                case 30 -> step(i, at.plusSeconds(2), "failed", "550 Domain frequency limited", null);
                case 36 -> step(i, at.plusSeconds(1), "in_doubt", null, Reason.of("smtp.line-broke", "detail", "Connection reset"));
                case 41 -> step(i, at.plusSeconds(1), "deferred", "450 MI:SFQ 163 smtp11", null);
                default -> sent(i, at.plusSeconds(2));
            }
        }
        opened(48, NOW.minusSeconds(1_500));
    }

    private void message(long id, String who, Instant at) {
        var parts = who.split("\\|");
        workspace.database().jdbi().useHandle(h -> h.execute("""
                INSERT INTO message (id, campaign_id, contact_id, address, recipient, recipient_name, account_id, random_id, message_id, state, since, content_id, merge)
                VALUES (?, 1, ?, ?, ?, ?, ?, ?, ?, 'queued', ?, 1, ?)""", id, id, parts[1], parts[1], parts[0], account, HexFormat.of().parseHex(String.format("%020x", id)),
                "<" + String.format("%020x", id) + "@lumitech.example>", at.toEpochMilli(), Json.write(java.util.Map.of("first_name", parts[0].split(" ")[0]))));
        step(id, at, "queued", null, null);
        step(id, at.plusMillis(500), "sending", null, null);
    }

    private void sent(long id, Instant at) {
        step(id, at, "sent", "250 OK: queued as 4AC" + id, null);
    }

    private void step(long message, Instant at, String state, @Nullable String reply, @Nullable Reason why) {
        workspace.database().jdbi().useHandle(h -> {
            var json = why == null ? null : Json.write(why);
            h.execute("INSERT INTO transition (message_id, at, state, reply_code, reply, reason) VALUES (?, ?, ?, ?, ?, ?)", message, at.toEpochMilli(), state,
                    reply == null ? null : Integer.parseInt(reply.substring(0, 3)), reply, json);
            h.execute("UPDATE message SET state = ?, since = ?, reply = ?, reason = ?, sent_at = CASE WHEN ? = 'sent' THEN ? ELSE sent_at END, not_before = CASE WHEN ? = 'deferred' THEN ? END WHERE id = ?",
                    state, at.toEpochMilli(), reply, json, state, at.toEpochMilli(), state, at.plusSeconds(900).toEpochMilli(), message);
        });
    }

    private void opened(long message, Instant at) {
        workspace.database().jdbi().useHandle(h -> {
            h.execute("INSERT INTO event (id, epoch, sequence, kind, at, random_id, message_id, method, raw) SELECT 1, 'e', 1, 'open', ?, random_id, id, 'GET', '' FROM message WHERE id = ?", at.toEpochMilli(), message);
            h.execute("INSERT INTO verdict (event_id, verdict, reasons, rule) VALUES (1, 'person', '[]', 1)");
        });
    }
}

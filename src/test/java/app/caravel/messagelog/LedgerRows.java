package app.caravel.messagelog;

import java.time.Instant;
import java.util.HexFormat;

import org.jspecify.annotations.Nullable;

import app.caravel.reason.Reason;
import app.caravel.store.Database;
import app.caravel.store.Json;

/** A ledger with known times, written row by row. */
final class LedgerRows {

    private final Database database;

    LedgerRows(Database database) {
        this.database = database;
        database.jdbi().useHandle(h -> {
            h.execute("INSERT INTO account (id, name, from_address, smtp_host, smtp_port, smtp_security, created_at) VALUES (1, 'anna', 'anna@lumitech.example', 'smtp.lumitech.example', 465, 'tls', 0)");
            h.execute("INSERT INTO campaign (id, name, state, subject, created_at, changed_at) VALUES (1, 'Autumn; LED', 'finished', 'Offer for {{ first_name }}', 0, 0)");
            h.execute("INSERT INTO content_version (id, campaign_id, subject, html, text, links, created_at) VALUES (1, 1, 'Offer for {{ first_name }}, 2,000 \"A\" panels', '', '', '[]', 0)");
        });
    }

    /** A message with its first step into the queue. */
    LedgerRows message(long id, String recipient, Instant at) {
        database.jdbi().useHandle(h -> h.execute("""
                INSERT INTO message (id, campaign_id, contact_id, address, recipient, account_id, random_id, message_id, state, since, content_id, bytes, merge)
                VALUES (?, 1, ?, lower(?), ?, 1, ?, ?, 'queued', ?, 1, 20480, ?)""", id, id, recipient, recipient, HexFormat.of().parseHex(String.format("%020x", id)),
                "<" + id + "@lumitech.example>", at.toEpochMilli(), "{\"first_name\":\"P" + id + "\"}"));
        return step(id, at, "queued", null, null);
    }

    LedgerRows step(long message, Instant at, String state, @Nullable String reply, @Nullable Reason why) {
        database.jdbi().useHandle(h -> h.execute("INSERT INTO transition (message_id, at, state, reply_code, reply, reason) VALUES (?, ?, ?, ?, ?, ?)",
                message, at.toEpochMilli(), state, reply == null ? null : Integer.parseInt(reply.substring(0, 3)), reply, why == null ? null : Json.write(why)));
        return this;
    }

    /** The last step was made by this line. */
    LedgerRows by(String line) {
        database.jdbi().useHandle(h -> h.execute("UPDATE transition SET line = ? WHERE id = (SELECT max(id) FROM transition)", line));
        return this;
    }

    /** So many messages, sent a second after each other. */
    LedgerRows sent(long first, int count, Instant from) {
        database.jdbi().useTransaction(_ -> {
            for (int i = 0; i < count; i++) {
                var at = from.plusSeconds(i);
                message(first + i, "p" + (first + i) + "@x.example", at).step(first + i, at, "sending", null, null).step(first + i, at, "sent", "250 2.0.0 Ok: queued as A" + i, null);
            }
        });
        return this;
    }
}

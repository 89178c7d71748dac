package app.caravel.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.jdbi.v3.core.Handle;

import app.caravel.store.Database;

/**
 * A database as an old workspace has it: people of 40 countries at companies of their own, with three columns of their files, and the
 * ledger of a year with what was opened and clicked. Made by SQL alone, and the same for the same numbers.
 */
final class TableData {

    private static final int CAMPAIGNS = 12;

    /** Pseudo-random, but the same each time: a multiplicative hash of n. */
    private static final String HASH = "((%1$s * 2654435761 + %2$d * 40503) %% 4294967296 >> 7)";

    private static final List<String> FIRST = List.of("Katrin", "John", "Wei", "Maria", "Ahmed", "Ken", "Olga", "Pierre", "Lucia", "Hans", "Priya", "伟", "Sofia", "Ivan", "Chen", "Fatima");
    private static final List<String> LAST = List.of("Weber", "Smith", "Zhang", "Garcia", "Hassan", "Sato", "Petrova", "Martin", "Rossi", "Schmidt", "Sharma", "李", "Silva", "Novak", "Lin",
            "Khan", "Brown", "Müller", "Kim", "Nguyen", "Lopez", "Yilmaz", "Kowalski");
    private static final List<String> TRADE = List.of("Lighting", "Trading", "Electric", "Import", "Home", "Industries", "Supply", "Elektro", "Distribution", "Group");
    private static final List<String> COUNTRIES = List.of("US", "US", "US", "DE", "DE", "GB", "GB", "FR", "IT", "ES", "NL", "PL", "BR", "MX", "IN", "AE", "SA", "ZA", "NG", "EG", "TR", "RU", "JP",
            "KR", "VN", "TH", "ID", "MY", "SG", "AU", "NZ", "CA", "CL", "CO", "PE", "AR", "SE", "NO", "DK", "CZ");

    private TableData() {}

    static boolean isWhole(Database database) {
        return database.jdbi().withHandle(h -> h.createQuery("SELECT count(*) FROM setting WHERE name = 'bench'").mapTo(Integer.class).one()) == 1;
    }

    /** @param messages how many mails were sent, over all campaigns together */
    static void fill(Database database, int contacts, int messages, Instant now) {
        int companies = Math.max(1, contacts / 3);
        database.jdbi().useTransaction(h -> {
            run(h, companies, "INSERT INTO company (id, name, domain) SELECT i, %s || ' ' || %s || ' ' || i, 'c' || i || '.example' FROM n".formatted(pick(LAST, "i", 1), pick(TRADE, "i", 2)));
            run(h, contacts, """
                    INSERT INTO contact (id, address, written_address, name, first_name, last_name, company_id, role, country, city, phone, language, attributes, created_at, changed_at)
                    SELECT i, lower(mailbox) || i || '@c' || company || '.example', mailbox || i || '@c' || company || '.example', first || ' ' || last, first, last, company,
                        CASE WHEN i % 3 = 0 THEN 'Purchasing manager' WHEN i % 3 = 1 THEN 'Owner' END, country, 'City ' || (i % 900), '+49' || (300000000 + i), 'en',
                        '{"Customer Grade":"' || substr('ABC', i % 3 + 1, 1) || '","Source":"Fair ' || (2015 + i % 10) || '","Owner":"' || substr('annakentom', i % 3 * 3 + 1, 4) || '","Orders":"' || printf('%,d', i * 7919 % 1000003) || '"}',
                        $created, $created
                    FROM (SELECT i, $hash % $companies + 1 AS company, $first AS first, $last AS last, $country AS country, 'm' || substr($last, 1, 5) AS mailbox FROM n)"""
                .replace("$created", "%d - (%d - i) * %d".formatted(now.toEpochMilli(), contacts, Duration.ofDays(3 * 365).toMillis() / contacts))
                .replace("$hash", HASH.formatted("i", 3)).replace("$companies", String.valueOf(companies))
                .replace("$first", pick(FIRST, "i", 4)).replace("$last", pick(LAST, "i", 5)).replace("$country", pick(COUNTRIES, "i", 6)));
            lists(h, contacts);
            ledger(h, contacts, messages, now);
            h.execute("INSERT INTO setting (name, value) VALUES ('bench', 'whole')");
        });
    }

    private static void lists(Handle h, int contacts) {
        run(h, 10, "INSERT INTO list (id, name, created_at) SELECT i, 'Fair ' || (2015 + i), 0 FROM n");
        run(h, contacts, "INSERT INTO list_member (list_id, contact_id, added_at) SELECT i % 10 + 1, i, 0 FROM n");
        run(h, 2, "INSERT INTO tag (id, name, created_at) SELECT i, 'Tag ' || i, 0 FROM n");
        run(h, contacts, "INSERT INTO contact_tag (tag_id, contact_id, added_at) SELECT i % 2 + 1, i, 0 FROM n WHERE i % 7 < 2");
        run(h, contacts / 50, "INSERT INTO suppression (address, reason, since) SELECT address, CASE i % 3 WHEN 0 THEN 'unsubscribed' WHEN 1 THEN 'hard_bounce' ELSE 'manual' END, 0 FROM n JOIN contact ON contact.id = i * 47");
    }

    /** A campaign each month, each to other people; a third opens, a tenth clicks, some are robots. */
    private static void ledger(Handle h, int contacts, int messages, Instant now) {
        long month = Duration.ofDays(30).toMillis();
        run(h, CAMPAIGNS, "INSERT INTO campaign (id, name, state, created_at, changed_at) SELECT i, 'Offer ' || i, 'finished', 0, 0 FROM n");
        run(h, CAMPAIGNS, """
                INSERT INTO content_version (id, campaign_id, subject, html, text, links, created_at)
                SELECT i, i, 'Offer', '<p>Dear customer</p>', 'Dear customer',
                    '[{"url":"https://shop.example/led-panel","text":"LED panel 60x60"},{"url":"https://shop.example/price-list","text":"Price list"},{"url":"https://shop.example/about","text":"About us"}]', 0 FROM n""");
        int each = messages / CAMPAIGNS;
        run(h, each * CAMPAIGNS, """
                INSERT INTO message (id, campaign_id, contact_id, address, recipient, recipient_name, account_id, random_id, message_id, state, since, attempts, sent_at, reply_code, reply, content_id, merge)
                SELECT i, campaign, contact.id, contact.address, contact.written_address, contact.name, 1, cast(printf('%010d', i) AS BLOB), '<' || i || '@seller.example>', CASE WHEN i % 40 = 0 THEN 'bounced' ELSE 'sent' END,
                    sent, 1, sent, 250, '250 2.0.0 Ok: queued as ' || i, campaign, '{"name":"' || contact.name || '","company":"' || contact.company_id || '","country":"' || contact.country || '"}'
                FROM (SELECT i, (i - 1) / $each + 1 AS campaign, (i - 1) % $each * $step + (i - 1) / $each % $step + 1 AS person,
                    $now - ($campaigns - (i - 1) / $each) * $month + $month / 2 + i AS sent FROM n) JOIN contact ON contact.id = person"""
            .replace("$each", String.valueOf(each)).replace("$step", String.valueOf(contacts / each)).replace("$campaigns", String.valueOf(CAMPAIGNS))
            .replace("$now", String.valueOf(now.toEpochMilli())).replace("$month", String.valueOf(month)));
        run(h, each * CAMPAIGNS, """
                INSERT INTO event (id, epoch, sequence, kind, at, random_id, message_id, link, url, method, user_agent, address, network, raw)
                SELECT i, 'bench', i, kind, at, random_id, id, CASE kind WHEN 'click' THEN $hash % 3 END,
                    CASE kind WHEN 'click' THEN 'https://shop.example/' || CASE $hash % 3 WHEN 0 THEN 'led-panel' WHEN 1 THEN 'price-list' ELSE 'about' END || '?r=' || i END,
                    'GET', 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36', '203.0.113.0', '203.0.113.0/24', '{"kind":"' || kind || '","at":' || at || ',"ua":"Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36"}'
                FROM (SELECT n.i, m.id, m.random_id, m.sent_at + $hash % 172800000 AS at, CASE WHEN i % 4 = 0 THEN 'click' ELSE 'open' END AS kind FROM n JOIN message m ON m.id = (i - 1) / $each * $each + $hash % $each + 1)"""
            .replace("$hash", HASH.formatted("i", 9)).replace("$each", String.valueOf(each)));
        run(h, each * CAMPAIGNS, """
                INSERT INTO verdict (event_id, verdict, reasons, rule)
                SELECT i, CASE i % 5 WHEN 0 THEN 'person' WHEN 1 THEN 'likely' WHEN 2 THEN 'proxy' ELSE 'machine' END, '[{"key":"evidence.network-of-a-provider","arguments":{"provider":"Example"}}]', 1 FROM n JOIN event ON event.id = i""");
    }

    /** A statement over the numbers n.i from 1 on. */
    private static void run(Handle h, int to, String statement) {
        int select = statement.indexOf("SELECT");
        h.execute(statement.substring(0, select) + "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < " + to + ") " + statement.substring(select));
    }

    private static String pick(List<String> words, String n, int salt) {
        var cases = new StringBuilder("CASE ").append(HASH.formatted(n, salt)).append(" % ").append(words.size());
        for (int i = 0; i < words.size(); i++) {
            cases.append(" WHEN ").append(i).append(" THEN '").append(words.get(i)).append('\'');
        }
        return cases.append(" END").toString();
    }
}

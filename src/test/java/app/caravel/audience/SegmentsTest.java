package app.caravel.audience;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import app.caravel.contact.Contacts;
import app.caravel.contact.Edits;
import app.caravel.contact.EmailAddress;
import app.caravel.contact.Fact;
import app.caravel.contact.Filter;
import app.caravel.contact.Lists;
import app.caravel.contact.SuppressionReason;
import app.caravel.contact.Suppressions;
import app.caravel.contact.Tags;
import app.caravel.reason.Problem;
import app.caravel.store.Database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class SegmentsTest {

    private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");

    @TempDir
    Path folder;

    Database database;
    Contacts contacts;
    Segments segments;

    /** Four people: Weber opened ten days ago and clicked; Rashid's proxy fetched; Sato was mailed 100 days ago; Nobody never. */
    @BeforeEach
    void open() {
        database = Database.open(folder.resolve("caravel.db"));
        contacts = new Contacts(database);
        var clock = Clock.fixed(NOW, ZoneOffset.UTC);
        segments = new Segments(database, contacts, clock);
        add(1, "k.weber@nordlicht.example", "Katrin Weber", "Nordlicht", "DE", "de-AT", "{\"Customer Grade\":\"B\"}", 3);
        add(2, "r@gulf.example", "Rashid Al Mansoori", "Gulf Bright 50%", "AE", "en", "{\"Grade\":\"A\"}", 40);
        add(3, "ken@gmail.com", "佐藤 健", "Hikari Denzai", "JP", "ja", "{}", 400);
        add(4, "nobody@hikari.example", null, "Hikari Denzai", null, null, "{\"grade\":\"b\"}", 400);
        var lists = new Lists(database, clock);
        lists.add(lists.create("Fair 2026").id(), List.of(1L, 4L));
        new Suppressions(database).add(new EmailAddress("r@gulf.example"), SuppressionReason.COMPLAINT, null, NOW);
        database.jdbi().useHandle(h -> {
            h.execute("INSERT INTO campaign (id, name, state, created_at, changed_at) VALUES (1, 'Autumn offer', 'finished', 0, 0)");
            h.execute("INSERT INTO content_version (id, campaign_id, subject, html, text, links, created_at) VALUES (1, 1, '', '', '', ?, 0)",
                    "[{\"url\":\"https://x.example/p/1\",\"text\":\"LED panel 60×60\"},{\"url\":\"https://x.example/prices\",\"text\":\"Price list\"}]");
        });
        mail(1, 1, 10);
        mail(2, 2, 10);
        mail(3, 3, 100);
        event(1, 1, "open", null, "https://x.example", "likely", 10);
        event(2, 1, "click", 0, "https://x.example/p/1", "person", 9);
        event(3, 2, "open", null, "", "proxy", 9);
        event(4, 2, "click", 1, "https://x.example/prices", "machine", 9);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private static long ago(int days) {
        return NOW.minus(Duration.ofDays(days)).toEpochMilli();
    }

    private void add(long id, String address, @Nullable String name, String company, @Nullable String country, @Nullable String language, String attributes, int days) {
        database.jdbi().useHandle(h -> {
            h.execute("INSERT OR IGNORE INTO company (name) VALUES (?)", company);
            h.execute("""
                    INSERT INTO contact (id, address, written_address, name, company_id, country, language, attributes, created_at, changed_at)
                    VALUES (?, ?, ?, ?, (SELECT id FROM company WHERE name = ?), ?, ?, ?, ?, 0)""", id, address, address, name, company, country, language, attributes, ago(days));
        });
    }

    private void mail(long id, long contact, int days) {
        database.jdbi().useHandle(h -> h.execute("""
                INSERT INTO message (id, campaign_id, contact_id, address, recipient, account_id, random_id, message_id, state, since, sent_at, content_id)
                VALUES (?, 1, ?, '', '', 1, randomblob(10), ?, 'sent', 0, ?, 1)""", id, contact, "<" + id + ">", ago(days)));
    }

    private void event(long id, long message, String kind, @Nullable Integer link, String url, String verdict, int days) {
        database.jdbi().useHandle(h -> {
            h.execute("INSERT INTO event (id, epoch, sequence, kind, at, random_id, message_id, link, url, method, raw) VALUES (?, 'e', ?, ?, ?, x'00', ?, ?, ?, 'GET', '')",
                    id, id, kind, ago(days), message, link, url);
            h.execute("INSERT INTO verdict (event_id, verdict, reasons, rule) VALUES (?, ?, '[]', 1)", id, verdict);
        });
    }

    private List<Long> ids(String line) {
        return segments.ids(QueryParser.parse(line).get()).stream().sorted().toList();
    }

    @Test
    void whatIsKnownOfThePersonIsSought() {
        assertEquals(List.of(1L, 2L, 3L, 4L), ids(""));
        assertEquals(List.of(1L, 3L), ids("country:de,JP"));
        assertEquals(List.of(2L, 3L, 4L), ids("-country:DE"));
        assertEquals(List.of(4L), ids("country:none"));
        assertEquals(List.of(1L), ids("language:de"));
        assertEquals(List.of(2L, 3L, 4L), ids("-language:de"));
        assertEquals(List.of(3L, 4L), ids("hikari"));
        assertEquals(List.of(2L), ids("50%"));
        assertEquals(List.of(3L), ids("company:hikari name:健"));
        assertEquals(List.of(3L), ids("domain:gmail.com"));
        assertEquals(List.of(1L, 4L), ids("list:\"fair 2026\""));
        assertEquals(List.of(2L, 3L), ids("-list:\"Fair 2026\""));
        assertEquals(List.of(1L), ids("added:7d"));
        assertEquals(List.of(1L), ids("attribute.customer_grade:b"));
        assertEquals(List.of(2L, 4L), ids("attribute.grade:a,B"));
        assertEquals(List.of(2L), ids("suppressed:yes"));
        assertEquals(List.of(1L, 3L, 4L), ids("suppressed:no"));
        assertEquals(List.of(2L), ids("suppressed:complaint,manual"));
    }

    @Test
    void stageAndTagsAreSought() {
        var clock = Clock.fixed(NOW, ZoneOffset.UTC);
        var tags = new Tags(database, clock);
        tags.add(tags.create("VIP").id(), List.of(1L, 3L));
        tags.add(tags.create("Pays late").id(), List.of(2L));
        new Edits(database, clock).set(1, Fact.STAGE, "long_lapsed");
        new Edits(database, clock).set(2, Fact.STAGE, "active");
        assertEquals(List.of(1L, 3L), ids("tag:vip"));
        assertEquals(List.of(1L, 2L, 3L), ids("tag:VIP,\"pays late\""));
        assertEquals(List.of(2L, 4L), ids("-tag:VIP"));
        assertEquals(List.of(1L), ids("stage:long_lapsed"));
        assertEquals(List.of(1L), ids("stage:long-lapsed,seasonal"));
        assertEquals(List.of(2L, 3L, 4L), ids("stage:none,active"));
        assertEquals(List.of(1L, 3L, 4L), ids("-stage:active"));
    }

    @Test
    void onlyPeopleOpenAndClick() {
        assertEquals(List.of(1L), ids("opened:30d"));
        assertEquals(List.of(2L, 3L, 4L), ids("-opened:30d"));
        assertEquals(List.of(), ids("opened:5d"));
        assertEquals(List.of(1L), ids("opened:\"autumn offer\""));
        assertEquals(List.of(1L), ids("clicked:\"led panel\""));
        assertEquals(List.of(1L), ids("clicked:/p/1"));
        assertEquals(List.of(), ids("clicked:prices"));
        assertEquals(List.of(1L, 2L), ids("mailed:90d"));
        assertEquals(List.of(4L), ids("-mailed:\"Autumn offer\""));
        assertEquals(List.of(3L), ids("-mailed:90d -list:\"Fair 2026\""));
    }

    @Test
    void theOwnWordsOfAPersonNeverBecomeSql() {
        assertEquals(List.of(), ids("list:\"x' OR 1=1 --\" \"'); DROP TABLE contact; --\""));
        assertEquals(List.of(), ids("name:\":q0\" attribute.\"a' OR '1'='1\":b"));
        assertEquals(4, contacts.count(Filter.EVERYONE));
    }

    @Test
    void aSegmentIsSavedRenamedChangedDeletedAndBroughtBack() {
        var asleep = segments.create(" Asleep ", QueryParser.parse("-opened:30d mailed:90d").get());
        assertEquals(asleep, segments.get("asleep"));
        assertEquals(List.of(asleep), segments.all());
        assertEquals("segment.name-taken", assertThrows(Problem.class, () -> segments.create("ASLEEP", Query.EVERYBODY)).reason().key());
        assertEquals("segment.without-name", assertThrows(Problem.class, () -> segments.create(" ", Query.EVERYBODY)).reason().key());
        segments.rename(asleep.id(), "Sleeping");
        assertEquals(asleep.query(), segments.get("Sleeping").query());
        segments.delete(asleep.id());
        assertTrue(segments.all().isEmpty());
        segments.restore(asleep);
        assertEquals(asleep, segments.find(asleep.id()).orElseThrow());
    }

    @Test
    void theTablesOwnFilterGoesWithIt() {
        var query = QueryParser.parse("-country:DE").get();
        var filter = segments.filter(query).withWords("hikari").orderedBy(Filter.Order.ADDED, true);
        assertEquals(List.of(4L, 3L), contacts.ids(filter));
        assertEquals(2, contacts.count(filter));
        assertEquals(segments.filter(query), segments.filter(QueryParser.parse(query.text()).get()));
        assertEquals(List.of(4L), segments.sample(query, 1).stream().map(row -> row.id()).toList());
    }
}

package app.caravel.audience;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import app.caravel.campaign.Audience;
import app.caravel.campaign.Audience.Part;
import app.caravel.campaign.Recipients;
import app.caravel.contact.Contacts;
import app.caravel.contact.EmailAddress;
import app.caravel.contact.Lists;
import app.caravel.contact.SuppressionReason;
import app.caravel.contact.Suppressions;
import app.caravel.reason.Problem;
import app.caravel.store.Database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

class AudiencesTest {

    private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");

    @TempDir
    Path folder;

    Database database;
    Lists lists;
    Segments segments;
    Audiences audiences;

    /** Six people; 1 to 3 are Germans, 5 and 6 have no country; the owner of 2 and 4 is Li, of 6 nobody is known. */
    @BeforeEach
    void open() {
        database = Database.open(folder.resolve("caravel.db"));
        var clock = Clock.fixed(NOW, ZoneOffset.UTC);
        var contacts = new Contacts(database);
        lists = new Lists(database, clock);
        segments = new Segments(database, contacts, clock);
        audiences = new Audiences(contacts, lists, segments, clock);
        database.jdbi().useHandle(h -> {
            for (int id = 1; id <= 6; id++) {
                h.execute("INSERT INTO contact (id, address, written_address, country, attributes, created_at, changed_at) VALUES (?, ?, ?, ?, ?, 0, 0)",
                        id, "p" + id + "@x.example", "P" + id + "@x.example", id <= 3 ? "DE" : id == 4 ? "FR" : null,
                        id == 2 || id == 4 ? "{\"Owner\":\"Li\"}" : id == 6 ? "{}" : "{\"Owner\":\"Wang\"}");
            }
        });
        new Suppressions(database).add(new EmailAddress("p3@x.example"), SuppressionReason.COMPLAINT, null, NOW);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void whoIsInTwoListsIsInTheAudienceOnce() {
        var audience = Audience.NOBODY.to(list("Fair", 1, 2)).to(list("Web", 2, 5));
        assertEquals(List.of(1L, 2L, 5L), ids(audience));
        assertEquals(3, audiences.count(audience));
    }

    @Test
    void aSegmentGoesBesideAListAndFollowsItsPeople() {
        var audience = Audience.NOBODY.to(list("Web", 5)).to(segment("Germans", "country:DE"));
        assertEquals(List.of(1L, 2L, 3L, 5L), ids(audience));
        database.jdbi().useHandle(h -> h.execute("UPDATE contact SET country = 'AT' WHERE id = 1"));
        assertEquals(List.of(2L, 3L, 5L), ids(audience));
    }

    @Test
    void everyoneButTheBuyersOfAnotherOwnerTakesInThoseWhoseOwnerIsNotKnown() {
        var audience = Audience.NOBODY.to(list("All", 1, 2, 3, 4, 5, 6)).not(segment("Of Li", "attribute.Owner:Li"));
        assertEquals(List.of(1L, 3L, 5L, 6L), ids(audience));
    }

    @Test
    void theSizesSayWhatEachPartTakesOut() {
        var audience = Audience.NOBODY.to(list("All", 1, 2, 3, 4, 5, 6)).not(segment("Of Li", "attribute.Owner:Li")).not(list("Old", 4)).without(List.of(5L, 4L, 99L));
        assertEquals(List.of(1L, 3L, 6L), ids(audience));
        assertEquals(new Recipients.Sizes(3, List.of(6), List.of(2, 1), 1), audiences.sizes(audience));
        assertEquals(List.of(1L, 3L, 5L, 6L), ids(audience.letIn(List.of(5L))));
    }

    @Test
    void whoMustNotBeWrittenToIsHandedOverWithTheReason() {
        var people = new ArrayList<Recipients.Recipient>();
        audiences.forEach(Audience.NOBODY.to(list("Fair", 2, 3)), people::add);
        assertEquals(List.of("P2@x.example", "P3@x.example"), people.stream().map(Recipients.Recipient::written).toList());
        assertNull(people.getFirst().suppressed());
        assertNotNull(people.getLast().suppressed());
    }

    @Test
    void nobodyChosenIsNobody() {
        assertEquals(0, audiences.count(Audience.NOBODY));
        assertEquals(0, audiences.count(Audience.NOBODY.not(list("Fair", 1))));
    }

    /** Were it passed over, those who were to be left out would be written to. */
    @Test
    void aPartThatIsGoneIsAProblemOnEitherSide() {
        var to = list("Fair", 1);
        var not = segment("Of Li", "attribute.Owner:Li");
        segments.delete(not.id());
        var problem = assertThrows(Problem.class, () -> audiences.filter(Audience.NOBODY.to(to).not(not)));
        assertEquals("campaign.segment-gone", problem.reason().key());
        assertEquals("Of Li", problem.reason().arguments().get("name"));
        lists.delete(to.id());
        assertEquals("campaign.list-gone", assertThrows(Problem.class, () -> audiences.filter(Audience.NOBODY.to(to))).reason().key());
    }

    @Test
    void aPartStandsOnOneSideOnly() {
        var part = new Part(Audience.Kind.LIST, 7, "Fair");
        assertEquals(Audience.NOBODY.not(part), Audience.NOBODY.to(part).not(part));
        assertEquals(Audience.NOBODY.to(part), Audience.NOBODY.to(part).to(new Part(Audience.Kind.LIST, 7, "Fair")));
        assertEquals(Audience.NOBODY, Audience.NOBODY.to(part).less(new Part(Audience.Kind.LIST, 7, "Called otherwise")));
    }

    private Part list(String name, long... ids) {
        var list = lists.create(name);
        lists.add(list.id(), java.util.Arrays.stream(ids).boxed().toList());
        return Part.of(list);
    }

    private Part segment(String name, String query) {
        var segment = segments.create(name, QueryParser.parse(query).get());
        return new Part(Audience.Kind.SEGMENT, segment.id(), segment.name());
    }

    private List<Long> ids(Audience audience) {
        var ids = new ArrayList<Long>();
        audiences.forEach(audience, person -> ids.add(person.contactId()));
        return ids;
    }
}

package app.caravel.audience;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import app.caravel.audience.Combination.Way;
import app.caravel.contact.Contacts;
import app.caravel.contact.Lists;
import app.caravel.reason.Problem;
import app.caravel.store.Database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ListWorkTest {

    @TempDir
    Path folder;

    private Database database;
    private Lists lists;
    private Segments segments;
    private ListWork work;
    private long fair;
    private long buyers;
    private long colleagues;

    @BeforeEach
    void open() {
        database = Database.open(folder.resolve("caravel.db"));
        lists = new Lists(database, Clock.systemUTC());
        segments = new Segments(database, new Contacts(database), Clock.systemUTC());
        work = new ListWork(database, lists, segments, Clock.systemUTC());
        database.jdbi().useHandle(h -> {
            for (int i = 1; i <= 6; i++) {
                h.execute("INSERT INTO contact (id, address, written_address, created_at, changed_at) VALUES (?, ?, ?, 0, 0)", i, i + "@x.example", i + "@x.example");
            }
        });
        fair = list("Fair", 1, 2, 3);
        buyers = list("Buyers", 2, 3, 4);
        colleagues = list("Of a colleague", 3, 5);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private long list(String name, long... people) {
        long id = lists.create(name).id();
        lists.add(id, java.util.Arrays.stream(people).boxed().toList());
        return id;
    }

    private List<Long> people(String list) {
        return database.jdbi().withHandle(h -> h.createQuery("SELECT contact_id FROM list_member WHERE list_id = :id ORDER BY 1").bind("id", lists.get(list).id()).mapTo(Long.class).list());
    }

    @Test
    void listsAreCombinedIntoANewOne() {
        for (var each : List.of(new Combination(Way.ANY, List.of(fair, buyers)), new Combination(Way.ALL, List.of(fair, buyers, colleagues)), new Combination(Way.WITHOUT, List.of(fair, colleagues, buyers)))) {
            assertEquals(work.count(each), work.make(each.way().name(), each).size());
        }
        assertEquals(List.of(1L, 2L, 3L, 4L), people("ANY"));
        assertEquals(List.of(3L), people("ALL"));
        assertEquals(List.of(1L), people("WITHOUT"));
        assertEquals(List.of(1L, 2L, 3L), people("Fair"), "what they were made from stays");
        assertThrows(Problem.class, () -> work.make("fair", new Combination(Way.ANY, List.of(fair, buyers))));
    }

    @Test
    void segmentsFollowARenamedList() {
        var all = segments.create("Not mine", QueryParser.parse("-list:\"Of a colleague\"").get());
        var two = segments.create("Two", QueryParser.parse("list:fair,Buyers country:none").get());
        assertEquals(1, work.rename(colleagues, "Of Tom"));
        assertEquals(1, work.rename(fair, "Canton Fair"));
        assertEquals("-list:\"Of Tom\"", segments.get("Not mine").query().text());
        assertEquals("list:\"Canton Fair\",Buyers country:none", segments.get("Two").query().text());
        assertEquals(4, segments.count(segments.find(all.id()).orElseThrow().query()), "it finds the same people as before");
        assertEquals(4, segments.count(segments.find(two.id()).orElseThrow().query()));
        assertThrows(Problem.class, () -> work.rename(fair, "buyers"));
        assertEquals("Canton Fair", lists.find(fair).orElseThrow().name());
    }

    @Test
    void aDeletedListSaysWhichSegmentsNamedItAndComesBack() {
        segments.create("Not mine", QueryParser.parse("-list:\"of a colleague\"").get());
        var deleted = work.delete(colleagues);
        assertEquals(List.of("Not mine"), deleted.naming().stream().map(Segment::name).toList());
        assertTrue(lists.find("Of a colleague").isEmpty());
        work.restore(deleted);
        assertEquals(List.of(3L, 5L), people("Of a colleague"));
        assertEquals(colleagues, lists.get("Of a colleague").id());
    }
}

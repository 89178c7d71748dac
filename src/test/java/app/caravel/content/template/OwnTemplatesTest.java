package app.caravel.content.template;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import app.caravel.content.Original;
import app.caravel.content.design.Block;
import app.caravel.content.design.BlockType;
import app.caravel.reason.Problem;
import app.caravel.store.Database;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Own templates and saved pieces are kept, copied, renamed, put away, deleted and brought back. */
class OwnTemplatesTest {

    private static final byte[] PNG = {1, 2, 3};

    @TempDir
    Path folder;

    private Database database;
    private Templates templates;
    private Snippets snippets;

    @BeforeEach
    void open() {
        database = Database.open(folder.resolve("x.db"));
        var clock = Clock.fixed(Instant.parse("2026-11-24T08:12:00Z"), ZoneOffset.UTC);
        templates = new Templates(database, clock);
        snippets = new Snippets(database, clock);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private OwnTemplate offer() {
        return templates.create(" Autumn offer ", "s", "<p>x</p>", null, Original.mjml("<mjml></mjml>"), "to wholesalers");
    }

    @Test
    void aDeletedOneComesBackAsItWas() {
        var offer = offer();
        templates.delete(offer);
        assertEquals(List.of(), templates.all());
        assertEquals(offer, templates.bringBack(offer));
        assertEquals(List.of(offer), templates.all());
    }

    @Test
    void aDeletedOneWhoseNameWasTakenComesBackUnderAnother() {
        var offer = offer();
        templates.delete(offer);
        var other = offer();
        assertEquals("Autumn offer 2", templates.bringBack(offer.described(offer.name(), "whom", "x")).name());
        assertEquals("Autumn offer", templates.find(other.id()).orElseThrow().name());
    }

    @Test
    void aCopyHasANameOfItsOwnAndANameIsTakenOnce() {
        var offer = offer();
        var copy = templates.duplicate(offer);
        assertEquals("Autumn offer 2", copy.name());
        assertEquals("templates.name-taken", assertThrows(Problem.class, () -> templates.describe(copy, "AUTUMN OFFER", copy.forWhom(), copy.note())).reason().key());
        assertEquals("templates.no-name", assertThrows(Problem.class, () -> templates.describe(copy, " ", copy.forWhom(), copy.note())).reason().key());
        assertEquals("Autumn Offer", templates.describe(offer, "Autumn Offer", offer.forWhom(), offer.note()).name());
    }

    @Test
    void itsPictureStaysWhileItIsOnlyRenamedOrPutAway() {
        var offer = offer();
        assertTrue(templates.picture(offer.id()).isEmpty());
        templates.keepPicture(offer.id(), PNG);
        templates.archive(templates.describe(offer, "Spring offer", offer.forWhom(), offer.note()), true);
        assertArrayEquals(PNG, templates.picture(offer.id()).orElseThrow());
        assertTrue(templates.find("spring offer").orElseThrow().archived());
    }

    @Test
    void aPieceGivesBlocksUnderIdsOfTheirOwn() {
        var block = Block.of(BlockType.TEXT, Map.of("html", "<p>Terms</p>"));
        var terms = snippets.create("Terms", List.of(block));
        var read = snippets.all().getFirst().blocks().getFirst();
        assertEquals("<p>Terms</p>", read.get("html"));
        assertTrue(!read.id().equals(block.id()));
        var renamed = snippets.rename(terms, "Payment terms");
        assertEquals("Payment terms 2", snippets.duplicate(renamed).name());
        snippets.delete(renamed);
        assertEquals("Payment terms", snippets.bringBack(renamed).name());
        assertTrue(snippets.archive(renamed, true).archived());
        assertEquals(List.of(), snippets.rewrite(renamed, List.of()).blocks());
    }
}

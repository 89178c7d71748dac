package app.caravel.desktop.compose;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import app.caravel.campaign.Audience;
import app.caravel.campaign.Campaign;
import app.caravel.content.Original;
import app.caravel.content.Variant;
import app.caravel.content.design.Block;
import app.caravel.content.design.BlockType;
import app.caravel.content.design.Brand;
import app.caravel.content.design.Design;
import app.caravel.content.design.DesignHtml;
import app.caravel.content.design.DesignJson;
import app.caravel.desktop.compose.LanguagesModel.Offer;
import app.caravel.desktop.compose.LanguagesModel.Side;
import app.caravel.desktop.kit.InlineBackground;
import app.caravel.workspace.Home;
import app.caravel.workspace.Workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** A draft written in several languages: each by itself, none over another. */
class LanguagesModelTest {

    @TempDir
    Path folder;

    private Workspace workspace;
    private ComposeViewModel model;
    private Audience buyers;

    @BeforeEach
    void open() {
        workspace = Workspace.open(new Home(folder.resolve("home")));
        var list = workspace.lists().create("Buyers");
        workspace.database().jdbi().useHandle(h -> {
            for (var row : List.of("Ann,en", "Ben,en", "Blanca,es", "Carlos,es-MX", "Farid,ar", "Nobody,")) {
                var cells = row.split(",", -1);
                h.execute("INSERT INTO contact (address, written_address, name, first_name, language, created_at, changed_at) VALUES (?, ?, ?, ?, nullif(?, ''), 0, 0)",
                        cells[0] + "@x.example", cells[0] + "@x.example", cells[0], cells[0], cells[1]);
                h.execute("INSERT INTO list_member (list_id, contact_id, added_at) VALUES (?, last_insert_rowid(), 0)", list.id());
            }
        });
        buyers = Audience.of(list);
        model = new ComposeViewModel(workspace, new InlineBackground());
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    private Campaign html() {
        var draft = workspace.campaigns().create("Autumn", buyers, null, "Hello", "<html lang=\"en\"><body>Hello {{ first_name }}</body></html>", null);
        model.open(draft.id());
        return draft;
    }

    private Campaign kept() {
        return workspace.campaigns().named("Autumn");
    }

    private Shown shown() {
        return Objects.requireNonNull(model.shown().get());
    }

    @Test
    void theLanguagesOfTheAudienceAreOfferedWithTheirPeople() {
        html();
        assertEquals(List.of(new Offer("es", 2), new Offer("ar", 1)), model.languages().offers());
        assertEquals(List.of(new Side(null, "en", 6)), model.languages().sides().get());
        assertTrue(model.languages().others().contains("de"));
        assertFalse(model.languages().others().contains("en"));
        model.languages().begin("es", true);
        assertEquals(List.of(new Offer("ar", 1)), model.languages().offers());
        assertEquals(List.of(new Side(null, "en", 4), new Side("es", "es", 2)), model.languages().sides().get());
    }

    @Test
    void eachLanguageIsWrittenByItselfAndShownAsItsReadersGetIt() {
        html();
        model.languages().begin("es", true);
        assertEquals("es", model.language().get());
        assertEquals("Hello", model.subject.get(), "a copy");
        model.subject.set("Hola");
        model.source.set("<p>Hola {{ first_name }}</p>");
        model.languages().write(null);
        assertEquals("Hello", model.subject.get());
        assertEquals(List.of(new Variant("es", "Hola", "<p>Hola {{ first_name }}</p>", null, Original.HTML)), kept().variants(), "what was typed last is kept");
        assertEquals("Hello", kept().subject());
        assertEquals(4, shown().of());
        assertTrue(shown().mail().html().contains("Hello Ann"));
        model.languages().write("es");
        assertEquals(2, shown().of());
        assertTrue(shown().mail().html().contains("Hola Blanca"));
        model.find("farid");
        assertNull(model.language().get(), "he gets the first one");
        assertTrue(shown().mail().html().contains("Hello Farid"));
        model.find("carlos");
        assertTrue(shown().mail().html().contains("Hola Carlos"));
        model.raw(source -> assertTrue(source.contains("Hola Carlos"), source));
    }

    @Test
    void aLanguageIsTakenOutAndComesBackAsItWas() {
        html();
        model.languages().begin("ar", true);
        model.languages().begin("es", false);
        model.subject.set("Hola");
        var undo = new ArrayList<Runnable>();
        model.languages().remove("es", undo::add);
        assertNull(model.language().get());
        assertEquals(List.of("ar"), kept().variants().stream().map(Variant::language).toList());
        assertEquals(2, model.languages().sides().get().size());
        model.languages().begin("de", false);
        undo.getFirst().run();
        assertEquals(List.of("ar", "es", "de"), kept().variants().stream().map(Variant::language).toList());
        assertEquals("es", model.language().get());
        assertEquals("Hola", model.subject.get(), "what was typed just before too");
    }

    @Test
    void theWaysBackOfTwoLanguagesDoNotMixAndArabicIsWrittenFromTheRight() {
        var text = Block.of(BlockType.TEXT, Map.of("html", "<p>Hello</p>"));
        var design = new Design(Design.Layout.LETTER, "en", "", List.of(text));
        var draft = workspace.campaigns().create("Autumn", buyers, null, "Hello", DesignHtml.of(design, Brand.PLAIN, DesignHtml.Pictures.AS_WRITTEN), null, Original.design(DesignJson.write(design)));
        model.open(draft.id());
        var english = editor();
        english.set(text.id(), "html", "<p>Hello there</p>");
        model.languages().begin("ar", true);
        var arabic = editor();
        assertNotSame(english, arabic);
        assertEquals("ar", arabic.now().language());
        assertFalse(arabic.canUndo().get());
        assertTrue(kept().variant("ar").orElseThrow().html().contains("dir=\"rtl\""));
        arabic.set(text.id(), "html", "<p>مرحبا</p>");
        model.languages().write(null);
        assertSame(english, editor());
        english.undo();
        model.keep();
        assertTrue(kept().html().contains("<p>Hello</p>") || kept().html().contains("Hello<"), kept().html());
        assertFalse(kept().html().contains("there"));
        assertTrue(kept().variant("ar").orElseThrow().html().contains("مرحبا"));
        model.languages().write("ar");
        assertTrue(editor().canUndo().get());
        model.languages().begin("fr", false);
        assertEquals(Design.empty(Design.Layout.LETTER, "fr"), editor().now());
        assertTrue(workspace.check().run(kept(), _ -> {}, () -> false).findings().stream().anyMatch(finding -> finding.kind().equals("variant-empty") && "fr".equals(finding.language())));
    }

    private DesignEditor editor() {
        return Objects.requireNonNull(model.editor().get());
    }

    @Test
    void aDraftIsOpenedInTheLanguageInWhichSomethingWasFound() {
        var draft = html();
        workspace.campaigns().saveContent(kept().with(new Variant("es", "Hola", "<p>Hola amigo</p>", null, Original.HTML)));
        model.open(draft.id(), "es", "amigo");
        assertEquals("es", model.language().get());
        assertEquals("amigo", model.sought().get());
        model.open(draft.id(), "en", null);
        assertNull(model.language().get());
    }

    @Test
    void aTemplateMadeOfADraftIsInAllItsLanguages() {
        html();
        model.languages().begin("es", true);
        var made = new ArrayList<String>();
        model.acts.keepAsTemplate(kept(), template -> made.addAll(template.variants().stream().map(Variant::language).toList()));
        assertEquals(List.of("es"), made);
        var copy = workspace.templates().duplicate(workspace.templates().all().getFirst());
        workspace.templates().describe(copy, "For Spain", "buyers in Spain", "");
        assertEquals(kept().variants(), workspace.templates().find(copy.id()).orElseThrow().variants());
    }
}

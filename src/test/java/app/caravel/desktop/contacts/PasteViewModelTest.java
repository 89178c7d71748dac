package app.caravel.desktop.contacts;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import app.caravel.contact.EmailAddress;
import app.caravel.contact.Filter;
import app.caravel.desktop.kit.InlineBackground;
import app.caravel.workspace.Home;
import app.caravel.workspace.Workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** A signature is read, corrected, kept and taken back; rows go their own way. */
class PasteViewModelTest {

    private static final String CARD = "王伟\n采购经理\n深圳市明亮照明有限公司\n电话: +86 755 8888 0123\nwang.wei@mingliang.example\n在展会上要过样品\n";

    @TempDir
    Path folder;

    private final List<String> rows = new ArrayList<>();
    private final List<PasteViewModel.Saved> saved = new ArrayList<>();
    private Workspace workspace;
    private PasteViewModel model;

    @BeforeEach
    void open() {
        workspace = Workspace.open(new Home(folder.resolve("home")), Clock.systemUTC());
        model = new PasteViewModel(workspace, new InlineBackground());
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    private int people() {
        return workspace.contacts().count(Filter.EVERYONE);
    }

    @Test
    void aCardIsReadIntoItsFieldsAndWhatWouldBecomeOfHimIsTold() {
        model.take(CARD, false, rows::add);
        assertEquals(List.of(), rows);
        assertEquals("王伟", model.name.get());
        assertEquals("采购经理", model.role.get());
        assertEquals("深圳市明亮照明有限公司", model.company.get());
        assertEquals("wang.wei@mingliang.example", model.address.get());
        assertEquals("CN", model.country.get());
        assertTrue(model.countryIsGuessed());
        assertTrue(model.note.get().contains("样品"), model.note::get);
        assertTrue(Objects.requireNonNull(model.outlook().get()).isNew());
        assertEquals(0, people(), "nothing is kept by looking");
        model.country.set("HK");
        assertFalse(model.countryIsGuessed());
    }

    @Test
    void withoutAnAddressNothingIsToldAndNothingKept() {
        model.take("Katrin Weber\nPurchasing\n", true, rows::add);
        assertEquals("Katrin Weber", model.name.get());
        assertNull(model.outlook().get());
        model.list.set("Cards");
        model.save("pasted", saved::add);
        assertEquals(List.of(), saved);
        model.address.set("k.weber@nordlicht.example");
        assertNotNull(model.outlook().get());
        model.list.set(" ");
        model.save("pasted", saved::add);
        assertEquals(0, people(), "he is to come into a list");
    }

    @Test
    void whatWasCorrectedIsKeptAndTakenBack() {
        model.take(CARD, false, rows::add);
        model.role.set("Einkauf");
        model.list.set("Fair cards");
        model.save("pasted person", saved::add);
        assertTrue(saved.getFirst().added());
        var kept = workspace.contacts().find(new EmailAddress("wang.wei@mingliang.example")).orElseThrow();
        assertEquals("Einkauf", kept.role());
        assertEquals("CN", kept.country());
        assertEquals(1, workspace.lists().get("Fair cards").size());
        saved.getFirst().undo().accept(undone -> assertEquals(1, undone.removed()));
        assertEquals(0, people());
    }

    @Test
    void whoIsThereAlreadyIsFilledInAndNotAddedTwice() {
        model.take("Wang Wei\nwang.wei@mingliang.example", true, rows::add);
        model.list.set("Cards");
        model.save("first", saved::add);
        model.take(CARD, false, rows::add);
        var outlook = Objects.requireNonNull(model.outlook().get());
        assertFalse(outlook.isNew());
        assertTrue(Objects.requireNonNull(outlook.merge()).changes().size() > 1);
        model.save("second", saved::add);
        assertFalse(saved.getLast().added());
        assertEquals(1, people());
        assertEquals("Wang Wei", workspace.contacts().find(new EmailAddress("wang.wei@mingliang.example")).orElseThrow().name(), "what he has stays");
    }

    @Test
    void rowsAreHandedOnUnlessTheyAreSaidToBeOnePerson() throws Exception {
        var pasted = "Name\tE-mail\nA\ta@x.example\nB\tb@x.example\n";
        model.take(pasted, false, rows::add);
        assertEquals(List.of(pasted), rows);
        assertEquals("", model.text.get());
        var files = new ArrayList<app.caravel.contact.imports.PastedFile>();
        model.asFile(pasted, "pasted rows", files::add);
        try (var file = files.getFirst()) {
            assertEquals("pasted rows.tsv", String.valueOf(file.file().getFileName()));
        }
        model.take(pasted, true, rows::add);
        assertEquals(pasted, model.text.get());
        assertEquals("a@x.example, b@x.example", model.address.get());
    }
}

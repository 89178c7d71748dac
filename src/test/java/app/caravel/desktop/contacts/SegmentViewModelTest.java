package app.caravel.desktop.contacts;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import app.caravel.contact.Fact;
import app.caravel.desktop.contacts.SegmentRow.Field;
import app.caravel.desktop.kit.InlineBackground;
import app.caravel.reason.Reason;
import app.caravel.workspace.Home;
import app.caravel.workspace.Workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

class SegmentViewModelTest {

    @TempDir
    Path folder;

    private final InlineBackground background = new InlineBackground();
    private Workspace workspace;
    private SegmentViewModel model;

    @BeforeEach
    void open() throws IOException {
        workspace = Workspace.open(new Home(folder.resolve("home")), Clock.systemUTC());
        ContactsData.fill(workspace, folder, 240);
        model = new SegmentViewModel(workspace, background);
        model.anew();
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    private SegmentViewModel.Live live() {
        return Objects.requireNonNull(model.live().value());
    }

    @Test
    void rowsWriteTheLineAndCountAtOnce() {
        assertEquals(257, live().count());
        model.add(SegmentRow.fresh(Field.COUNTRY));
        assertEquals("", model.line.get());
        model.change(0, model.rows().getFirst().withOne("JP"));
        assertEquals("country:JP", model.line.get());
        assertEquals(2, live().count());
        assertEquals(List.of("佐藤 健", "山本 由美"), live().sample().stream().map(row -> row.shownName()).sorted().toList());
        model.add(SegmentRow.fresh(Field.ATTRIBUTE).withHeader("Grade").withWritten("B, C"));
        model.add(SegmentRow.fresh(Field.OPENED).withNot(true));
        model.add(SegmentRow.fresh(Field.LIST).withOne("Canton Fair 2026").withNot(true));
        assertEquals("country:JP attribute.Grade:B,C -opened:30d -list:\"Canton Fair 2026\"", model.line.get());
        assertEquals(2, live().count());
        model.remove(0);
        assertEquals(14, live().count());
        assertEquals(2, live().suppressed());
    }

    @Test
    void stageAndTagAreWrittenAndReadByTheBuilder() {
        var tag = workspace.tags().create("VIP");
        workspace.tags().add(tag.id(), List.of(1L, 2L));
        workspace.edits().set(1, Fact.STAGE, "active");
        model.add(SegmentRow.fresh(Field.STAGE));
        model.add(SegmentRow.fresh(Field.TAG).withOne("VIP"));
        assertEquals("stage:active tag:VIP", model.line.get());
        assertEquals(1, live().count());
        model.line.set("-stage:active,none tag:vip,\"Pays late\"");
        assertEquals(List.of(new SegmentRow(Field.STAGE, "", true, List.of("active", "none")), new SegmentRow(Field.TAG, "", false, List.of("vip", "Pays late"))), model.rows());
        assertEquals(0, live().count());
    }

    @Test
    void theLineWritesTheRowsAndSaysWhatIsWrong() {
        int before = model.rebuilt.get();
        model.line.set("country:DE,AT name:we");
        assertEquals(List.of(new SegmentRow(Field.COUNTRY, "", false, List.of("DE", "AT")), new SegmentRow(Field.NAME, "", false, List.of("we"))), model.rows());
        assertEquals(before + 1, model.rebuilt.get());
        assertEquals(1, live().count());
        model.line.set("country:DE,AT name:we added:x");
        assertEquals("segment.no-time", Objects.requireNonNull(model.wrong.get()).key());
        assertEquals("country:DE,AT name:we added:x", model.line.get());
        assertEquals(1, live().count());
        model.line.set("country:DE,AT name:weber  ");
        assertNull(model.wrong.get());
        assertEquals("country:DE,AT name:weber  ", model.line.get());
        assertEquals(List.of("weber"), model.rows().getLast().values());
    }

    @Test
    void itIsSavedChangedAndItsNameIsItsOwn() {
        var saved = new ArrayList<Long>();
        var failed = new ArrayList<Reason>();
        model.line.set("country:JP");
        model.name.set("Japan");
        model.save(saved::add, failed::add);
        assertEquals("country:JP", workspace.segments().get("japan").query().text());
        model.anew();
        model.name.set("JAPAN");
        model.save(saved::add, failed::add);
        assertEquals("segment.name-taken", failed.getFirst().key());
        model.open(saved.getFirst());
        assertTrue(model.saved());
        assertEquals("country:JP", model.line.get());
        model.line.set("country:JP,DE");
        model.name.set("Japan and Germany");
        model.save(saved::add, failed::add);
        assertEquals(List.of("Japan and Germany"), workspace.segments().all().stream().map(segment -> segment.name()).toList());
    }
}

package app.caravel.desktop.suppression;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import app.caravel.contact.EmailAddress;
import app.caravel.contact.MailDomain;
import app.caravel.contact.SuppressionReason;
import app.caravel.contact.SuppressionStep;
import app.caravel.contact.imports.SuppressionFiles.Taken;
import app.caravel.desktop.kit.InlineBackground;
import app.caravel.reason.Reason;
import app.caravel.workspace.Home;
import app.caravel.workspace.Workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class SuppressionViewModelTest {

    @TempDir
    Path folder;

    private final InlineBackground background = new InlineBackground();
    private final List<SuppressionViewModel.Act> acts = new ArrayList<>();
    private final List<Reason> failed = new ArrayList<>();
    private Workspace workspace;
    private SuppressionViewModel model;

    @BeforeEach
    void open() throws IOException {
        workspace = Workspace.open(new Home(folder.resolve("home")), Clock.fixed(Instant.parse("2026-11-24T08:12:00Z"), ZoneOffset.UTC));
        SuppressionData.fill(workspace, folder);
        model = new SuppressionViewModel(workspace, background);
        model.changed();
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    private SuppressionViewModel.Overview overview() {
        return Objects.requireNonNull(model.overview().value());
    }

    private SuppressionViewModel.Typed typed(String text, boolean below) {
        model.read(text, below);
        return Objects.requireNonNull(model.typed().value());
    }

    @Test
    void theRowsFollowTheSearchAndTheReason() throws Exception {
        assertEquals(7, overview().all());
        assertEquals(7, model.rows().count());
        model.words.set("torres");
        assertEquals("lucia@torres.example", model.rows().page(0, 9).getFirst().suppression().target());
        model.words.set("");
        model.reason.set(SuppressionReason.IMPORTED);
        assertEquals(3, model.rows().count());
    }

    @Test
    void aLineCarriesWhatWasSaidOfItBefore() throws Exception {
        model.words.set("torres");
        model.open(model.rows().page(0, 9).getFirst());
        var line = Objects.requireNonNull(model.line().value());
        assertEquals(List.of(SuppressionStep.Act.ON, SuppressionStep.Act.OFF, SuppressionStep.Act.ON), line.history().stream().map(SuppressionStep::act).toList());
        model.words.set("@brightway");
        model.open(model.rows().page(0, 9).getFirst());
        assertEquals(2, Objects.requireNonNull(model.line().value()).people());
    }

    @Test
    void whatIsTypedIsUnderstoodWhileItIsTyped() {
        assertEquals(null, typed("lumi", false).target());
        assertTrue(typed("@lumitech.example", false).isDomain());
        assertEquals(2, typed("lumitech.example", false).people());
        assertEquals("new@torres.example", typed(" New@Torres.example ", false).target());
        assertEquals("@brightway.example", Objects.requireNonNull(typed("x@eu.brightway.example", false).listed()).target(), "its domain is on the list");
    }

    @Test
    void takingOffNeedsAWordAndIsTakenBack() {
        model.takeOff("lucia@torres.example", " ", acts::add, failed::add);
        assertEquals("suppression.why", failed.getFirst().key());
        model.takeOff("lucia@torres.example", "she wrote to us", acts::add, failed::add);
        assertFalse(workspace.suppressions().isSuppressed(new EmailAddress("lucia@torres.example")));
        assertEquals(6, overview().all());
        acts.getFirst().undo().run();
        assertEquals(SuppressionReason.UNSUBSCRIBED, workspace.suppressions().find(new EmailAddress("lucia@torres.example")).orElseThrow().reason());
        assertEquals(3, workspace.suppressions().history("lucia@torres.example").size(), "as if nothing had been");
    }

    @Test
    void whatWasAddedIsTakenBackWithoutATrace() {
        model.add("@rival.example", true, SuppressionReason.COMPETITOR, "", acts::add, failed::add);
        model.add("x@y.example", false, SuppressionReason.COMPETITOR, "a word", acts::add, failed::add);
        assertEquals(SuppressionReason.MANUAL, workspace.suppressions().exactly("x@y.example").orElseThrow().reason(), "a single address is by hand");
        assertEquals(9, overview().all());
        acts.forEach(act -> act.undo().run());
        assertEquals(7, overview().all());
        assertTrue(workspace.suppressions().history("@rival.example").isEmpty());
        model.add("nonsense", false, SuppressionReason.MANUAL, "", acts::add, failed::add);
        assertEquals("suppression.neither", failed.getFirst().key());
    }

    @Test
    void ourOwnDomainIsOnlyProposed() {
        assertEquals(MailDomain.parse("lumitech.example").orElseThrow(), overview().own().getFirst().domain());
        assertEquals(2, overview().own().getFirst().people());
        assertFalse(workspace.suppressions().isSuppressed(new EmailAddress("wang.fang@lumitech.example")));
        model.addOwn(overview().own().getFirst().domain(), acts::add);
        assertEquals(SuppressionReason.OWN_DOMAIN, workspace.suppressions().find(new EmailAddress("wang.fang@lumitech.example")).orElseThrow().reason());
        assertTrue(overview().own().isEmpty());
        acts.getFirst().undo().run();
        model.letBe(overview().own().getFirst().domain());
        assertTrue(overview().own().isEmpty());
    }

    @Test
    void aFileComesAndGoesAsOne() throws IOException {
        var taken = new ArrayList<Taken>();
        model.takeFile(Files.writeString(folder.resolve("more.txt"), "a@b.example\nc@d.example\n"), taken::add);
        assertEquals(9, overview().all());
        model.undoFile(taken.getFirst().id());
        assertEquals(7, overview().all());
    }

    @Test
    void whatIsShownIsExportedAndCanBeTakenInElsewhere() throws IOException {
        var file = folder.resolve("out.csv");
        var written = new ArrayList<Integer>();
        model.export(file, written::add);
        assertEquals(List.of(7), written);
        try (var other = Workspace.open(new Home(folder.resolve("other")))) {
            var taken = other.suppressionFiles().take(file, SuppressionReason.IMPORTED);
            assertEquals(7, taken.added());
            assertEquals(0, taken.bad());
        }
    }
}

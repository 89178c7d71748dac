package app.caravel.desktop.contacts;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
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
import app.caravel.contact.imports.Field;
import app.caravel.contact.imports.Forecast;
import app.caravel.contact.imports.Importer.Undone;
import app.caravel.contact.imports.MergePolicy;
import app.caravel.contact.imports.Preview;
import app.caravel.contact.imports.Target;
import app.caravel.desktop.contacts.ImportViewModel.Stage;
import app.caravel.desktop.kit.InlineBackground;
import app.caravel.desktop.kit.Load;
import app.caravel.workspace.Home;
import app.caravel.workspace.Workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ImportViewModelTest {

    @TempDir
    Path folder;

    private final InlineBackground background = new InlineBackground();
    private Workspace workspace;
    private ImportViewModel model;

    @BeforeEach
    void open() {
        workspace = Workspace.open(new Home(folder.resolve("home")), Clock.systemUTC());
        model = new ImportViewModel(workspace, background);
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    private ImportReading.Outlook outlook() {
        return Objects.requireNonNull(model.reading.outlook().value());
    }

    private Preview preview() {
        return outlook().preview();
    }

    private String failure() {
        return assertInstanceOf(Load.Failed.class, model.reading.outlook().state().get()).reason().key();
    }

    @Test
    void columnsAreProposedAsTheyWereChosenForTheLastFileOfTheirKind() throws IOException {
        var spring = java.nio.file.Files.writeString(folder.resolve("spring.csv"), "E-mail,Buyer,Remark\na@x.example,Anna Wang,VIP\n");
        model.choose(spring);
        var remark = java.util.Objects.requireNonNull(model.reading.outlook().value()).preview().columns().get(2);
        model.reading.become(remark, app.caravel.contact.imports.Target.of(app.caravel.contact.imports.Field.ROLE));
        model.list.set("Spring");
        model.start();
        var autumn = java.nio.file.Files.writeString(folder.resolve("autumn.csv"), "REMARK:,E-Mail,Buyer\nPurchasing,b@x.example,Bo Li\n");
        model.anew();
        model.choose(autumn);
        var outlook = java.util.Objects.requireNonNull(model.reading.outlook().value());
        assertNotNull(outlook.asLastTime());
        assertEquals(app.caravel.contact.imports.Target.of(app.caravel.contact.imports.Field.ROLE), outlook.preview().columns().getFirst().target());
        model.list.set("Autumn");
        model.start();
        assertEquals("Purchasing", workspace.contacts().find(new app.caravel.contact.EmailAddress("b@x.example")).orElseThrow().role());
        model.anew();
        model.choose(autumn);
        model.reading.asNoticed();
        model.list.set("Again");
        model.start();
        model.anew();
        model.choose(autumn);
        assertNull(java.util.Objects.requireNonNull(model.reading.outlook().value()).asLastTime(), "who went back to what is noticed is not reminded");
    }

    @Test
    void everyLineIsAccountedForAndTheImportTakenBack() throws IOException {
        model.choose(ImportData.chinese(folder, 60));
        assertEquals("buyers autumn 2026", model.list.get());
        assertEquals(62, model.people() - 1, "one stands twice");
        model.start();
        assertEquals(Stage.DONE, model.stage.get());
        var result = Objects.requireNonNull(model.result().get());
        assertEquals(66, result.read());
        assertEquals(1, result.blank());
        assertEquals(result.read(), result.added() + result.merged() + result.rejected());
        assertEquals(List.of(63L, 64L, 65L), result.rejects().stream().map(reject -> reject.line()).toList());
        var saved = folder.resolve("left out.csv");
        model.saveRejects(saved, () -> {});
        assertTrue(Files.readString(saved, Charset.forName("GB18030")).contains("info@@gulf"));
        var undone = new ArrayList<Undone>();
        model.undo(undone::add);
        assertEquals(62, undone.getFirst().removed());
        assertEquals(0, workspace.contacts().count(Filter.EVERYONE));
        assertTrue(workspace.lists().find("buyers autumn 2026").isEmpty());
        assertEquals(Stage.NO_FILE, model.stage.get());
    }

    @Test
    void aListThatWasThereStaysWhenAnImportIntoItIsTakenBack() throws IOException {
        workspace.lists().create("buyers autumn 2026", workspace.clock().instant().minusSeconds(60));
        model.choose(ImportData.chinese(folder, 8));
        model.start();
        model.undo(_ -> {});
        assertEquals(0, workspace.lists().get("buyers autumn 2026").size());
    }

    @Test
    void theEncodingIsNoticedAndThreeOthersStandBesideIt() throws IOException {
        model.choose(ImportData.chinese(folder, 60));
        assertEquals("GB18030", Objects.requireNonNull(preview().encoding()).name());
        assertTrue(preview().encodingNoticed());
        assertEquals(4, preview().readings().size());
        var other = preview().readings().get(1);
        assertFalse(other.lines().equals(preview().readings().getFirst().lines()));
        model.reading.readAs(other.encoding().name());
        assertEquals(other.encoding(), preview().encoding());
        assertFalse(preview().encodingNoticed());
        assertTrue(model.reading.wasCorrected());
        model.reading.asNoticed();
        assertEquals("GB18030", Objects.requireNonNull(preview().encoding()).name());
    }

    @Test
    void separatorAndFirstRowAreCorrected() throws IOException {
        model.choose(ImportData.text(folder, "odd.csv", "a|b@x.example|c\nd|e@x.example|f\n"));
        assertEquals('|', preview().separator());
        model.reading.separateBy(',');
        assertEquals(1, preview().columns().size());
        model.reading.separateBy('|');
        model.reading.firstRowIsNames(true);
        assertEquals(1, preview().headerLine());
        assertEquals(1, model.people());
        model.reading.firstRowIsNames(false);
        assertEquals(0, preview().headerLine());
        assertEquals(2, model.people());
    }

    @Test
    void theRowsLeftOutOfCardsAreCardsAndTheirFileHasAName() throws IOException {
        var cards = Files.writeString(folder.resolve("fair.vcf"), "BEGIN:VCARD\nVERSION:3.0\nFN:Good\nEMAIL:g@a.example\nEND:VCARD\nBEGIN:VCARD\nVERSION:3.0\nFN:Bad\nEND:VCARD\n");
        model.choose(cards);
        assertEquals("vcf", model.rejectsEnding());
        for (var language : app.caravel.texts.Texts.Language.values()) {
            for (var ending : List.of("csv", "xlsx", model.rejectsEnding())) {
                assertFalse(app.caravel.texts.Texts.in(language).get("contacts.kind-" + ending).isBlank());
            }
        }
        model.start();
        assertEquals(1, model.result().get().rejected());
        var saved = folder.resolve("left out.vcf");
        model.saveRejects(saved, () -> {});
        assertTrue(Files.readString(saved).contains("FN:Bad"));
    }

    @Test
    void aSheetIsChosen() throws IOException {
        model.choose(ImportData.workbook(folder));
        assertEquals(List.of("Cover", "Hall 11", "Hall 12"), preview().sheets());
        assertEquals("Hall 11", preview().sheet());
        assertEquals(3, model.people());
        model.reading.takeSheet("Hall 12");
        assertEquals(5, model.people());
        assertEquals("xlsx", model.rejectsEnding());
    }

    @Test
    void aColumnBecomesWhatAPersonSays() throws IOException {
        model.choose(ImportData.chinese(folder, 60));
        var grade = preview().columns().get(5);
        assertEquals(new Target.Attribute("客户等级"), grade.target());
        model.reading.become(grade, Target.of(Field.ROLE));
        assertEquals(Target.of(Field.ROLE), preview().columns().get(5).target());
        model.reading.become(preview().columns().get(2), Target.LEFT_OUT);
        assertNull(model.trial().forecast());
        assertEquals(0, model.people());
        model.start();
        assertEquals(Stage.COLUMNS, model.stage.get());
    }

    @Test
    void whatBecomesOfKnownPeopleIsForetoldAndFollowsTheChoice() throws IOException {
        model.choose(ImportData.chinese(folder, 60));
        model.start();
        model.choose(ImportData.later(folder, 60));
        var filling = Objects.requireNonNull(model.trial().forecast());
        assertEquals(61, filling.known());
        assertEquals(1, filling.result().added());
        long filled = filling.changed();
        assertTrue(filled > 20 && filled < 61, "those with a job or a city of the file's");
        model.merge.set(MergePolicy.OVERWRITE);
        var overwriting = Objects.requireNonNull(model.trial().forecast());
        assertTrue(overwriting.changed() > filled);
        assertTrue(overwriting.changing().getFirst().changes().contains(new Forecast.Change(Target.of(Field.ROLE), null, "Head of Purchasing")));
        model.merge.set(MergePolicy.SKIP);
        assertEquals(0, Objects.requireNonNull(model.trial().forecast()).changed());
        model.merge.set(MergePolicy.OVERWRITE);
        model.reading.become(preview().columns().get(3), Target.LEFT_OUT);
        assertTrue(Objects.requireNonNull(model.trial().forecast()).changing().stream().flatMap(merge -> merge.changes().stream()).noneMatch(change -> change.what().equals(Target.of(Field.ROLE))));
        model.start();
        assertEquals(Stage.DONE, model.stage.get());
        assertEquals("上海", workspace.contacts().find(new EmailAddress("buyer0@guangdian0.example")).orElseThrow().city());
    }

    @Test
    void badFilesSaySoAndCanBeReadAgain() throws IOException {
        var empty = ImportData.text(folder, "empty.csv", "");
        model.choose(empty);
        assertEquals("contacts.import-empty", failure());
        Files.writeString(empty, "Name,E-mail\nKatrin,k@nordlicht.example\n");
        model.reading.again();
        assertEquals(1, model.people());
        model.choose(folder.resolve("gone.csv"));
        assertEquals("contacts.import-missing", failure());
        model.choose(ImportData.text(folder, "header.csv", "Name,E-mail\n"));
        assertEquals("contacts.import-header-only", failure());
        model.choose(ImportData.withoutAddresses(folder));
        assertNull(model.trial().forecast());
        model.choose(ImportData.text(folder, "nobody.csv", "Name,E-mail\nA,none\nB,n/a\nC,k@@x\n"));
        assertEquals(0, model.people());
        assertEquals(List.of(), background.told());
    }
}

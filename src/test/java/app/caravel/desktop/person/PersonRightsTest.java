package app.caravel.desktop.person;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import app.caravel.desktop.kit.InlineBackground;
import app.caravel.reason.Reason;
import app.caravel.workspace.Erasure.Erased;
import app.caravel.workspace.Home;
import app.caravel.workspace.Workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class PersonRightsTest {

    @TempDir
    Path folder;

    private final List<Reason> failed = new ArrayList<>();
    private Workspace workspace;
    private PersonRights rights;

    @BeforeEach
    void open() throws IOException {
        workspace = Workspace.open(new Home(folder.resolve("home")), Clock.systemUTC());
        PersonData.fill(workspace, folder);
        rights = new PersonRights(workspace, new InlineBackground());
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    @Test
    void hisDataIsWrittenAndThenHeIsErased() throws IOException {
        var katrin = workspace.contacts().find(PersonData.KATRIN).orElseThrow();
        var mails = new ArrayList<Integer>();
        rights.data(katrin, folder.resolve("katrin.json"), mails::add);
        assertEquals(1, mails.size());
        assertTrue(Files.readString(folder.resolve("katrin.json")).contains("Katrin Weber"));
        var erased = new ArrayList<Erased>();
        rights.erase(katrin, erased::add, failed::add);
        assertEquals(List.of(), failed);
        assertTrue(workspace.contacts().find(PersonData.KATRIN).isEmpty());
        rights.erase(katrin, erased::add, failed::add);
        assertEquals("erasure.before", failed.getFirst().key());
    }

    @Test
    void whereTheNameStillStandsIsSaidByTheKindOfThing() {
        var erased = new Erased(Instant.EPOCH, Map.of(), 0, 0, 0, 0, true, Map.of("campaign.html", 2, "content_version.html", 1, "note.text", 1, "setting.value", 1), List.of());
        assertEquals(Map.of("campaign", 3, "note", 1, "other", 1), PersonRights.places(erased));
    }
}

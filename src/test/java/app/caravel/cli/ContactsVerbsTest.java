package app.caravel.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import app.caravel.audience.QueryParser;
import app.caravel.workspace.Home;
import app.caravel.workspace.Workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ContactsVerbsTest {

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        return CommandLineFace.run(new PrintWriter(out), new PrintWriter(err), arguments);
    }

    @Test
    void aDryRunMakesNoHome() throws IOException {
        var file = Files.writeString(folder.resolve("buyers.csv"), "Name,E-mail\nKatrin,k@nordlicht.example\nNobody,no address\n");
        var home = folder.resolve("home");
        var rejects = folder.resolve("rejects.csv");
        assertEquals(0, run("contacts", "import", file.toString(), "--list", "Buyers", "--dry-run", "--rejects", rejects.toString(), "--home", home.toString()), err.toString());
        assertTrue(out.toString().contains("2 rows read: 1 added, 0 merged, 1 rejected"), out.toString());
        assertTrue(Files.readString(rejects).contains("no address"));
        assertFalse(Files.exists(home));
    }

    @Test
    void aFileWithoutAddressesIsAccountedForAndSaysWhatToDo() throws IOException {
        var home = folder.resolve("home").toString();
        var file = Files.writeString(folder.resolve("prices.csv"), "Article,Price\nLamp,12\nPanel,30\n").toString();
        assertEquals(0, run("contacts", "import", file, "--list", "Buyers", "--json", "--home", home));
        var row = app.caravel.store.Json.object(out.toString());
        assertEquals("2 0 0 2", row.get("read") + " " + row.get("added") + " " + row.get("merged") + " " + row.get("rejected"));
        assertEquals("caravel: No column of prices.csv holds mail addresses. Say which one does, or choose another sheet.", err.toString().strip());
    }

    @Test
    void knownPeopleAreTreatedAsWasSaid() throws IOException {
        var home = folder.resolve("home").toString();
        assertEquals(0, run("contacts", "import", Files.writeString(folder.resolve("old.csv"), "Name,E-mail,City\nKatrin Weber,k@nordlicht.example,Kiel\n").toString(), "--list", "Buyers", "--home", home), err.toString());
        var file = Files.writeString(folder.resolve("new.csv"), "Name,E-mail,City,Grade\nKatrin Weber,K@nordlicht.example,Hamburg,A\n").toString();
        assertEquals(2, run("contacts", "import", file, "--list", "Buyers", "--merge", "replace", "--home", home));
        assertTrue(err.toString().contains("fill, overwrite or skip"), err.toString());
        assertEquals(0, changes(run("contacts", "import", file, "--list", "Buyers", "--merge", "skip", "--dry-run", "--json", "--home", home)).get("changed"));
        var changes = changes(run("contacts", "import", file, "--list", "Buyers", "--merge", "overwrite", "--dry-run", "--json", "--home", home));
        assertEquals(1, changes.get("changed"));
        assertEquals("[{address=k@nordlicht.example, field=city, before=Kiel, after=Hamburg}, {address=k@nordlicht.example, field=Grade, before=null, after=A}]", String.valueOf(changes.get("changes")));
        assertEquals(0, run("contacts", "import", file, "--list", "Buyers", "--merge", "overwrite", "--json", "--home", home), err.toString());
        assertFalse(app.caravel.store.Json.object(out.toString()).containsKey("changes"), "only a dry run compares");
        assertEquals(0, changes(run("contacts", "import", file, "--list", "Buyers", "--merge", "overwrite", "--dry-run", "--json", "--home", home)).get("changed"));
    }

    private java.util.Map<String, Object> changes(int exit) {
        assertEquals(0, exit, err.toString());
        var json = app.caravel.store.Json.object(out.toString().lines().toList().getLast());
        out.getBuffer().setLength(0);
        return json;
    }

    @Test
    void whatIsNoAddressIsNotSuppressed() {
        assertNotEquals(0, run("contacts", "suppress", "nobody", "--home", folder.resolve("home").toString()));
        assertTrue(err.toString().contains("“nobody” is no mail address"), err.toString());
    }

    @Test
    void anImportIsTakenBackOnceAndAsAWhole() throws IOException {
        var file = Files.writeString(folder.resolve("buyers.csv"), "Name,E-mail\nKatrin,k@nordlicht.example\nAnna,a@nordlicht.example\n");
        var home = folder.resolve("home").toString();
        assertEquals(0, run("contacts", "import", file.toString(), "--list", "Buyers", "--home", home), err.toString());
        assertEquals(0, run("contacts", "undo", "1", "--json", "--home", home), err.toString());
        assertTrue(out.toString().contains("\"removed\":2"), out.toString());
        assertEquals(1, run("contacts", "undo", "1", "--home", home));
        assertEquals(1, run("contacts", "undo", "7", "--home", home));
        assertTrue(err.toString().contains("taken back before") && err.toString().contains("no import 7"), err.toString());
    }

    @Test
    void aListIsCheckedWithoutANetwork() throws IOException {
        var file = Files.writeString(folder.resolve("buyers.csv"), "Name,E-mail\nKatrin,k@nordlicht.example\nOffice,info@nordlicht.example\nGone,gone@nordlicht.example\nNobody,no address\n");
        var home = folder.resolve("home").toString();
        assertEquals(0, run("contacts", "import", file.toString(), "--list", "Buyers", "--home", home), err.toString());
        assertEquals(0, run("contacts", "suppress", "gone@nordlicht.example", "--reason", "unsubscribed", "--home", home), err.toString());
        out.getBuffer().setLength(0);
        assertEquals(0, run("contacts", "check", "Buyers", "--json", "--home", home), err.toString());
        var json = app.caravel.store.Json.object(out.toString());
        assertEquals(3, json.get("people"));
        assertEquals(2, json.get("writable"));
        assertTrue(json.containsKey("expected_bounces") && json.get("expected_bounces") == null, out.toString());
        assertEquals("[not_an_address, unsubscribed, role_box]", ((java.util.List<?>) java.util.Objects.requireNonNull(json.get("groups"))).stream()
                .map(group -> ((java.util.Map<?, ?>) group).get("reason")).toList().toString());
        out.getBuffer().setLength(0);
        assertEquals(0, run("contacts", "check", "Buyers", "--home", home), err.toString());
        assertTrue(out.toString().contains("3 people, 2 can be written to"), out.toString());
        assertTrue(out.toString().contains("Role mailbox, like info@ (info@nordlicht.example)"), out.toString());
        assertNotEquals(0, run("contacts", "check", "Nobody", "--home", home));
    }

    @Test
    void theExportTakesAListOrASegment() throws IOException {
        var file = Files.writeString(folder.resolve("buyers.csv"), "Name,E-mail,Country\nKatrin,k@nordlicht.example,Germany\nKen,ken@hikari.example,Japan\n");
        var home = folder.resolve("home");
        var target = folder.resolve("japan.csv");
        assertEquals(0, run("contacts", "import", file.toString(), "--list", "Buyers", "--home", home.toString()), err.toString());
        try (var workspace = Workspace.open(new Home(home))) {
            workspace.segments().create("Japan", QueryParser.parse("country:JP").get());
        }
        out.getBuffer().setLength(0);
        assertEquals(0, run("contacts", "export", "--segment", "japan", target.toString(), "--json", "--home", home.toString()), err.toString());
        assertEquals(1, app.caravel.store.Json.object(out.toString()).get("people"));
        assertTrue(Files.readString(target).contains("ken@hikari.example"));
        assertFalse(Files.readString(target).contains("k@nordlicht.example"));
        assertEquals(0, run("contacts", "export", "--list", "Buyers", target.toString(), "--home", home.toString()), err.toString());
        assertTrue(Files.readString(target).contains("k@nordlicht.example"));
        assertEquals(1, run("contacts", "export", "--segment", "Chad", target.toString(), "--home", home.toString()));
        assertTrue(err.toString().contains("There is no segment “Chad”."), err.toString());
        assertNotEquals(0, run("contacts", "export", target.toString(), "--home", home.toString()));
        assertNotEquals(0, run("contacts", "export", "--list", "Buyers", "--segment", "Japan", target.toString(), "--home", home.toString()));
    }

    @Test
    void addressesDomainsAndFilesAreSuppressedAndTakenOffWithAReason() throws IOException {
        var home = folder.resolve("home").toString();
        assertEquals(0, run("contacts", "suppress", "R@gulf.example", "@competitor.example", "--subdomains", "--reason", "competitor", "--json", "--home", home), err.toString());
        assertTrue(out.toString().contains("\"address\":\"r@gulf.example\"") && out.toString().contains("\"domain\":\"competitor.example\""), out.toString());
        var file = Files.writeString(folder.resolve("gone.txt"), "x@y.example\nr@gulf.example\n");
        assertEquals(0, run("contacts", "suppress", "--file", file.toString(), "--json", "--home", home), err.toString());
        assertTrue(out.toString().contains("\"import\":1,\"found\":2,\"added\":1,\"known\":1,\"bad\":0"), out.toString());
        assertEquals(1, run("contacts", "unsuppress", "r@gulf.example", "--home", home));
        assertTrue(err.toString().contains("Say why r@gulf.example may be written to again"), err.toString());
        assertEquals(0, run("contacts", "unsuppress", "r@gulf.example", "--reason", "he asked again", "--home", home), err.toString());
        assertEquals(0, run("contacts", "unsuppress", "--import", "1", "--home", home), err.toString());
        out.getBuffer().setLength(0);
        assertEquals(0, run("contacts", "suppressed", "r@gulf.example", "--json", "--home", home), err.toString());
        assertTrue(out.toString().contains("\"act\":\"off\",\"reason\":\"competitor\",\"detail\":\"he asked again\""), out.toString());
        out.getBuffer().setLength(0);
        assertEquals(0, run("contacts", "suppressed", "--json", "--home", home), err.toString());
        assertEquals(1, out.toString().lines().count(), out.toString());
    }

    @Test
    void aPersonIsErasedOnceAndWhoIsUnknownIsSaid() throws IOException {
        var file = Files.writeString(folder.resolve("buyers.csv"), "Name,E-mail\nKatrin Weber,k@nordlicht.example\n");
        var home = folder.resolve("home").toString();
        assertEquals(0, run("contacts", "import", file.toString(), "--list", "Buyers", "--home", home), err.toString());
        assertEquals(0, run("contacts", "erase", "K@nordlicht.example", "--json", "--home", home), err.toString());
        assertTrue(out.toString().contains("\"address\":\"k@nordlicht.example\"") && out.toString().contains("\"freed_pages\":true") && out.toString().contains("\"contact\":1"), out.toString());
        assertEquals(1, run("contacts", "erase", "k@nordlicht.example", "--home", home));
        assertTrue(err.toString().contains("was erased on"), err.toString());
        assertEquals(1, run("contacts", "erase", "nobody@x.example", "--home", home));
        assertTrue(err.toString().contains("Nothing is known of nobody@x.example"), err.toString());
    }

    @Test
    void chosenColumnsCardsAndOnePersonsDataAreWritten() throws IOException {
        var file = Files.writeString(folder.resolve("buyers.csv"), "Name,E-mail,Grade\nKatrin Weber,k@nordlicht.example,A\n");
        var home = folder.resolve("home").toString();
        assertEquals(0, run("contacts", "import", file.toString(), "--list", "Buyers", "--home", home), err.toString());
        var csv = folder.resolve("out.csv");
        assertEquals(0, run("contacts", "export", "--list", "Buyers", csv.toString(), "--columns", "Grade,name", "--home", home), err.toString());
        assertTrue(Files.readString(csv).contains("Grade,name\r\nA,Katrin Weber"), Files.readString(csv));
        var cards = folder.resolve("out.vcf");
        assertEquals(0, run("contacts", "export", "--list", "Buyers", cards.toString(), "--home", home), err.toString());
        assertTrue(Files.readString(cards).contains("FN:Katrin Weber"), Files.readString(cards));
        assertEquals(1, run("contacts", "export", "--list", "Buyers", csv.toString(), "--columns", "shoe", "--home", home));
        assertTrue(err.toString().contains("There is no column “shoe”"), err.toString());
        var data = folder.resolve("katrin.json");
        assertEquals(0, run("contacts", "data", "k@nordlicht.example", data.toString(), "--json", "--home", home), err.toString());
        assertTrue(out.toString().contains("\"mails\":0") && Files.readString(data).contains("Katrin Weber"), out.toString());
    }
}

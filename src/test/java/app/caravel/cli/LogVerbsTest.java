package app.caravel.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import app.caravel.messagelog.LogField;
import app.caravel.smtp.ScriptedServer;
import app.caravel.store.Json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** A campaign is sent, and its log is searched and rebuilt, all by verbs. */
class LogVerbsTest {

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return CommandLineFace.run(new PrintWriter(out), new PrintWriter(err), arguments);
    }

    private List<Map<String, Object>> found(String... arguments) {
        var all = new java.util.ArrayList<>(List.of("log", "search", "--json", "--home", home()));
        all.addAll(List.of(arguments));
        assertEquals(0, run(all.toArray(String[]::new)), err.toString());
        return out.toString().lines().map(Json::object).toList();
    }

    private String home() {
        return folder.resolve("home").toString();
    }

    @Test
    void theLogIsCompleteWhenSendReturnsAndIsFoundAndRebuilt() throws IOException {
        try (var server = ScriptedServer.start((command, _) -> command.equals("RCPT TO:<gone@other.example>") ? "550 5.1.1 no such user, sorry" : null)) {
            sent(server);
        }
        assertEquals(5, found().size());
        var row = found("--event", "send", "--recipient", "k@nordlicht.example").getFirst();
        assertEquals(LogField.KEYS, List.copyOf(row.keySet()));
        assertEquals("Panels for Katrin", row.get("message-subject"));
        assertEquals("SMTP", row.get("source"));
        assertEquals("anna", row.get("connector-id"));
        assertEquals(List.of("FAIL"), found("--sender", "anna@lumitech.example", "--source", "SMTP", "--recipient", "@other.example").stream().map(each -> each.get("event-id")).toList());
        assertEquals(2, found("--message-id", String.valueOf(row.get("message-id"))).size());
        assertEquals(0, found("--end", "2020-01-01").size());
        assertEquals(1, found("--limit", "1").size());
        assertTrue(err.toString().contains("5"), err.toString());

        var csv = folder.resolve("found.csv");
        assertEquals(0, run("log", "search", "--home", home(), "--subject", "katrin", "--csv", csv.toString()));
        assertTrue(out.toString().contains("SUBMIT     STOREDRIVER"), out.toString());
        assertEquals(3, Files.readAllLines(csv).size());

        var before = found();
        try (var files = Files.list(folder.resolve("home/logs/MessageTracking"))) {
            for (var file : files.toList()) {
                Files.delete(file);
            }
        }
        assertEquals(0, found().size());
        assertEquals(0, run("log", "rebuild", "--json", "--home", home()), err.toString());
        assertEquals(5, Json.object(out.toString().strip()).get("lines"));
        assertEquals(before, found());
    }

    @Test
    void aFolderOfAnotherServerNeedsNoWorkspaceAndBadInputIsSaid() throws IOException {
        var logs = Files.createDirectories(folder.resolve("ex"));
        Files.writeString(logs.resolve("MSGTRK2017052217-1.LOG"), "#Fields: date-time,event-id,message-subject\r\n2017-05-22T17:33:35.632Z,SEND,\"a, b\"\r\n2017-05-22T17:33:35.6");
        assertEquals(0, run("log", "search", "--folder", logs.toString(), "--json", "--home", home()), err.toString());
        assertEquals("{\"date-time\":\"2017-05-22T17:33:35.632Z\",\"event-id\":\"SEND\",\"message-subject\":\"a, b\"}", out.toString().strip());
        assertTrue(err.toString().contains("1 line"), err.toString());
        assertFalse(Files.exists(folder.resolve("home")));
        assertEquals(1, run("log", "search", "--folder", folder.resolve("gone").toString()));
        assertTrue(err.toString().contains("gone"), err.toString());
        assertEquals(1, run("log", "search", "--folder", logs.toString(), "--start", "yesterday"));
        assertTrue(err.toString().contains("yesterday"), err.toString());
    }

    private void sent(ScriptedServer server) throws IOException {
        var people = Files.writeString(folder.resolve("buyers.csv"), "First name,E-mail\nKatrin,k@nordlicht.example\nJohn,gone@other.example\nAmy,amy@suppressed.example\n");
        var mail = Files.writeString(folder.resolve("mail.html"), "<p>Dear {{ first_name }}</p>");
        assertEquals(0, run("contacts", "import", people.toString(), "--list", "Buyers", "--home", home()), err.toString());
        assertEquals(0, run("contacts", "suppress", "amy@suppressed.example", "--reason", "manual", "--home", home()), err.toString());
        assertEquals(0, run("account", "add", "anna", "--from", "Anna Wang <anna@lumitech.example>", "--host", "127.0.0.1", "--port", String.valueOf(server.port()), "--security", "none", "--home", home()), err.toString());
        assertEquals(0, run("campaign", "create", "Autumn", "--list", "Buyers", "--account", "anna", "--subject", "Panels for {{ first_name }}", "--html", mail.toString(), "--home", home()), err.toString());
        assertEquals(0, run("campaign", "send", "Autumn", "--json", "--home", home()), err.toString());
    }
}

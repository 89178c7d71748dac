package app.caravel.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import app.caravel.store.Json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class CampaignCheckVerbTest {

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        return CommandLineFace.run(new PrintWriter(out), new PrintWriter(err), arguments);
    }

    @Test
    void eachFindingAndEachAdviceIsALineOfItsOwn() throws IOException {
        var home = folder.resolve("home").toString();
        var people = Files.writeString(folder.resolve("buyers.csv"), "Name,First name,E-mail\nKatrin Weber,Katrin,k@nordlicht.example\nNobody,,n@other.example\n");
        var mail = Files.writeString(folder.resolve("mail.html"), "<p>Dear Sir or Madam,</p><p>{{ first_name }}, may we send you two samples of the new panel for your office?</p><a href=\"https://www.lumitech.example/p\">The panel</a>");
        assertEquals(0, run("contacts", "import", people.toString(), "--list", "Buyers", "--home", home), err.toString());
        assertEquals(0, run("account", "add", "anna", "--from", "Anna Wang <anna@lumitech.example>", "--host", "127.0.0.1", "--port", "2525", "--security", "none", "--home", home), err.toString());
        assertEquals(0, run("campaign", "create", "Autumn", "--list", "Buyers", "--account", "anna", "--subject", "Panels!", "--html", mail.toString(), "--home", home), err.toString());
        out.getBuffer().setLength(0);
        assertEquals(0, run("campaign", "check", "Autumn", "--json", "--home", home), err.toString());
        var found = out.toString().lines().map(Json::object).collect(Collectors.toMap(row -> String.valueOf(row.get("kind")), row -> row, (one, _) -> one));
        assertEquals(Map.of("kind", "salutation-nobody", "severity", "advice", "count", 0, "recipients", java.util.List.of(), "text", "“Dear Sir or Madam” greets nobody"), found.get("salutation-nobody"));
        assertTrue(found.containsKey("subject-marks"), found.keySet().toString());
        assertEquals("warn", Objects.requireNonNull(found.get("no-unsubscribe")).get("severity"));
        assertEquals("advice", Objects.requireNonNull(found.get("links-unknown")).get("severity"));
    }
}

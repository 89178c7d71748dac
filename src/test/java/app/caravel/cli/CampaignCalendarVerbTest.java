package app.caravel.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import app.caravel.store.Json;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** What goes out when, on the line: one campaign's plan and all campaigns by day. */
class CampaignCalendarVerbTest {

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private void run(String... arguments) {
        out.getBuffer().setLength(0);
        assertEquals(0, CommandLineFace.run(new PrintWriter(out), new PrintWriter(err), arguments), err.toString());
    }

    @Test
    void aScheduledCampaignStandsOnItsDayAndInThePlanOfAnotherByItsAccount() throws IOException {
        var home = folder.resolve("home").toString();
        var people = Files.writeString(folder.resolve("buyers.csv"), "Name,E-mail\nKatrin Weber,k@nordlicht.example\nOmar Said,o@said.example\n");
        var mail = Files.writeString(folder.resolve("mail.html"), "<p>Dear friend</p>");
        run("contacts", "import", people.toString(), "--list", "Buyers", "--home", home);
        run("account", "add", "anna", "--from", "Anna Wang <anna@lumitech.example>", "--host", "127.0.0.1", "--port", "2525", "--security", "none", "--per-hour", "1", "--home", home);
        for (var name : List.of("Autumn", "Spring")) {
            run("campaign", "create", name, "--list", "Buyers", "--account", "anna", "--subject", "Panels", "--html", mail.toString(), "--home", home);
        }
        var day = LocalDate.now(ZoneId.systemDefault()).plusDays(40);
        run("campaign", "send", "Autumn", "--at", day + "T09:00", "--home", home);
        run("campaign", "calendar", "--from", day.toString(), "--to", day.toString(), "--json", "--home", home);
        assertEquals(Map.of("day", day.toString(), "campaign", "Autumn", "state", "scheduled", "sent", 0, "planned", 2), Json.object(out.toString().strip()));
        run("campaign", "send", "Autumn", "--at", LocalDate.now(ZoneId.systemDefault()).minusDays(1).toString(), "--home", home);
        run("campaign", "plan", "Spring", "--json", "--home", home);
        var last = Json.object(Objects.requireNonNull(out.toString().lines().toList().getLast()));
        assertEquals(List.of(Map.of("account", "anna", "campaigns", List.of("Autumn"), "messages_before", 1)), last.get("beside"));
    }
}

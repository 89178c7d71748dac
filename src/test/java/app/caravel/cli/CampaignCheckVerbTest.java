package app.caravel.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import app.caravel.store.Json;
import app.caravel.workspace.Home;
import app.caravel.workspace.Workspace;

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
        assertEquals(Map.of("kind", "salutation-nobody", "severity", "advice", "count", 0, "recipients", List.of(), "text", "“Dear Sir or Madam” greets nobody"), found.get("salutation-nobody"));
        assertTrue(found.containsKey("subject-marks"), found.keySet().toString());
        assertEquals("warn", Objects.requireNonNull(found.get("no-unsubscribe")).get("severity"));
        assertEquals("advice", Objects.requireNonNull(found.get("links-unknown")).get("severity"));
    }

    @Test
    void aVariantIsReadByThoseWhoReadItsLanguageAndItsFindingsSaySo() throws IOException {
        var home = folder.resolve("home").toString();
        var people = Files.writeString(folder.resolve("buyers.csv"), "Name,First name,E-mail,Language\nAnn Cole,Ann,a@cole.example,en\n,,j@paz.example,es\nOmar Said,Omar,o@said.example,ar\n");
        var english = Files.writeString(folder.resolve("mail.html"), "<p>Dear {{ first_name }},</p><p>may we send you two samples of the new panel?</p><a href=\"{{ unsubscribe_url }}\">No more mails</a>");
        var spanish = Files.writeString(folder.resolve("es.html"), "<p>Estimado {{ first_name }},</p><p>hay paneles nuevos.</p><a href=\"{{ unsubscribe_url }}\">No más</a>");
        var arabic = Files.writeString(folder.resolve("ar.mjml"), "<mjml><mj-body><mj-section><mj-column><mj-text>مرحبا {{ first_name }}</mj-text></mj-column></mj-section></mj-body></mjml>");
        assertEquals(0, run("contacts", "import", people.toString(), "--list", "Buyers", "--home", home), err.toString());
        assertEquals(0, run("account", "add", "anna", "--from", "Anna Wang <anna@lumitech.example>", "--host", "127.0.0.1", "--port", "2525", "--security", "none", "--home", home), err.toString());
        String[] create = {"campaign", "create", "Autumn", "--list", "Buyers", "--account", "anna", "--subject", "Panels", "--html", english.toString(), "--home", home};
        assertEquals(1, run(Stream.concat(Stream.of(create), Stream.of("--variant-subject", "fr=Panneaux")).toArray(String[]::new)), "a subject without its mail");
        assertEquals(0, run(Stream.concat(Stream.of(create), Stream.of("--variant", "es=" + spanish, "--variant-subject", "es=Paneles = luz", "--variant", "AR=" + arabic)).toArray(String[]::new)), err.toString());
        try (var workspace = Workspace.open(new Home(folder.resolve("home")))) {
            var kept = workspace.campaigns().named("Autumn").variants();
            assertEquals(List.of("es Paneles = luz", "ar Panels"), kept.stream().map(each -> each.language() + " " + each.subject()).toList());
            assertTrue(kept.getLast().html().contains("dir=\"rtl\""), kept.getLast().html());
        }
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        assertEquals(0, run("campaign", "check", "Autumn", "--json", "--home", home), err.toString());
        var found = out.toString().lines().map(Json::object).filter(row -> "empty-salutation".equals(row.get("kind"))).toList();
        assertEquals(List.of("es"), found.stream().map(row -> row.get("language")).toList());
        assertEquals(List.of("j@paz.example"), found.getFirst().get("recipients"));
        assertTrue(err.toString().contains("1 get the campaign's own content, 1 get es, 1 get ar"), err.toString());
    }
}

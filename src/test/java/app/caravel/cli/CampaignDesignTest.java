package app.caravel.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import app.caravel.account.Account;
import app.caravel.account.Security;
import app.caravel.content.Original;
import app.caravel.content.design.Brand;
import app.caravel.content.design.DesignJson;
import app.caravel.content.template.BuiltIn;
import app.caravel.workspace.Home;
import app.caravel.workspace.Workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** A campaign is made of a design's document, in the workspace's brand. */
class CampaignDesignTest {

    @TempDir
    Path folder;

    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        var all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--home", folder.resolve("home").toString(), "--json"));
        return CommandLineFace.run(new PrintWriter(new StringWriter()), new PrintWriter(err), all.toArray(String[]::new));
    }

    private Workspace workspace() {
        return Workspace.open(new Home(folder.resolve("home")));
    }

    @Test
    void theDesignIsKeptAndMadeIntoHtml() throws Exception {
        try (var workspace = workspace()) {
            workspace.lists().create("Buyers");
            workspace.accounts().save(new Account(0, "main", "Anna", "anna@x.example", "127.0.0.1", 25, Security.NONE, null, null, 0, 0, 0, null, null));
            workspace.brands().keep(Brand.PLAIN.withAddress("9 Lamp Road, Ningbo"));
        }
        var design = BuiltIn.find("welcome").orElseThrow().design();
        var file = Files.writeString(folder.resolve("mail.json"), DesignJson.write(design));
        assertEquals(0, run("campaign", "create", "Hello", "--list", "Buyers", "--account", "main", "--subject", "s", "--design", file.toString()), err.toString());
        try (var workspace = workspace()) {
            var campaign = workspace.campaigns().named("Hello");
            assertEquals(Original.Kind.DESIGN, campaign.original().kind());
            assertEquals(design, DesignJson.read(String.valueOf(campaign.original().source())));
            assertTrue(campaign.html().contains("9 Lamp Road, Ningbo"), campaign.html());
        }
        Files.writeString(file, "no design");
        assertEquals(1, run("campaign", "create", "Other", "--list", "Buyers", "--account", "main", "--subject", "s", "--design", file.toString()));
        assertTrue(err.toString().contains("This is no design of Caravel’s"), err.toString());
    }
}

package app.caravel.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import app.caravel.product.PriceStep;
import app.caravel.product.Product;
import app.caravel.report.RecipientFilter;
import app.caravel.report.RecipientRow;
import app.caravel.store.Json;
import app.caravel.workspace.Home;
import app.caravel.workspace.Workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The report speaks of products: who clicked which item, people and not hits, whichever version of the mail he got. */
class ProductReportTest {

    @TempDir
    Path folder;

    @Test
    void peopleAreCountedByItemInTheJsonTheFileAndTheList() throws Exception {
        try (var workspace = Workspace.open(new Home(folder.resolve("home")))) {
            workspace.products().save(Product.of("LP-60").withNames(Map.of("en", "LED panel 60×60", "zh", "面板灯")).withPrices(List.of(new PriceStep(1, BigDecimal.ONE))));
            long campaign = workspace.campaigns().createDraft("Autumn").id();
            workspace.database().jdbi().useHandle(h -> {
                long first = version(h, campaign, "[{\"url\":\"https://x/p\",\"text\":\"Panel\",\"item\":\"LP-60\"},{\"url\":\"https://x/t\",\"text\":\"Tri-proof\",\"item\":\"TP-65\"},{\"url\":\"https://x\",\"text\":\"Shop\",\"item\":null}]");
                long other = version(h, campaign, "[{\"url\":\"https://x\",\"text\":\"Shop\",\"item\":null},{\"url\":\"https://x/p\",\"text\":\"Panel\",\"item\":\"LP-60\"}]");
                version(h, campaign, "[{\"url\":\"https://x/n\",\"text\":\"Never sent\",\"item\":\"XX-1\"}]");
                for (int i = 1; i <= 4; i++) {
                    h.execute("""
                            INSERT INTO message (id, campaign_id, contact_id, address, recipient, account_id, random_id, message_id, state, since, content_id)
                            VALUES (?, ?, ?, ?, ?, 1, randomblob(10), ?, 'sent', 0, ?)""", i, campaign, i, "p" + i + "@x.example", "p" + i + "@x.example", "<" + i + "@x>", i == 3 ? other : first);
                }
                click(h, 1, 0, "person");
                click(h, 1, 0, "person");
                click(h, 1, 2, "person");
                click(h, 2, 0, "likely");
                click(h, 3, 1, "person");
                click(h, 3, 0, "person");
                click(h, 4, 0, "machine");
                click(h, 4, 1, "machine");
            });
            assertEquals("面板灯", workspace.productClicks().of(campaign, "zh").getFirst().name());
            assertEquals(List.of("p1@x.example", "p3@x.example", "p2@x.example"),
                    workspace.reports().recipients(campaign, RecipientFilter.ALL, "", "LP-60", 0, 10).stream().map(RecipientRow::address).toList());
            assertEquals(0, workspace.reports().countRecipients(campaign, RecipientFilter.ALL, "", "TP-65"));
        }
        var out = new StringWriter();
        var csv = folder.resolve("autumn.csv");
        assertEquals(0, CommandLineFace.run(new PrintWriter(out), new PrintWriter(new StringWriter()), "--home", folder.resolve("home").toString(), "--json", "report", "campaign", "Autumn", "--csv", csv.toString()));
        assertEquals(List.of(Map.of("item", "LP-60", "name", "LED panel 60×60", "clicked_by", 3, "clicks", 5), Map.of("item", "TP-65", "name", "Tri-proof", "clicked_by", 0, "clicks", 1)),
                Json.object(out.toString()).get("products"));
        var lines = Files.readAllLines(csv);
        assertTrue(lines.getFirst().endsWith("clicked_products"), lines.getFirst());
        assertEquals(3, lines.stream().filter(line -> line.endsWith("LP-60")).count(), lines.toString());
    }

    private static long version(Handle h, long campaign, String links) {
        return h.createUpdate("INSERT INTO content_version (campaign_id, subject, html, text, links, created_at) VALUES (?, 's', 'h', '', ?, 0)").bind(0, campaign).bind(1, links)
                .executeAndReturnGeneratedKeys("id").mapTo(Long.class).one();
    }

    private static void click(Handle h, long message, int link, String verdict) {
        h.execute("""
                INSERT INTO event (epoch, sequence, kind, at, random_id, message_id, link, url, method, user_agent, raw)
                VALUES ('e', (SELECT coalesce(max(sequence), 0) + 1 FROM event), 'click', 0, (SELECT random_id FROM message WHERE id = ?), ?, ?, 'https://x', 'GET', 'x', '')""", message, message, link);
        h.execute("INSERT INTO verdict (event_id, verdict, reasons, rule) VALUES (last_insert_rowid(), ?, '[]', 1)", verdict);
    }
}

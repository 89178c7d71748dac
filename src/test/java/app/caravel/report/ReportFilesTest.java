package app.caravel.report;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipFile;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import app.caravel.workspace.Home;
import app.caravel.workspace.Workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ReportFilesTest {

    @TempDir
    Path folder;

    private Workspace workspace;
    private long campaign;

    @BeforeEach
    void open() {
        workspace = Workspace.open(new Home(folder.resolve("home")));
        campaign = workspace.campaigns().createDraft("Autumn").id();
        workspace.database().jdbi().useHandle(h -> {
            for (int i = 0; i < 3; i++) {
                h.execute("""
                        INSERT INTO message (campaign_id, contact_id, address, recipient, recipient_name, account_id, random_id, message_id, state, since, sent_at)
                        VALUES (?, ?, ?, ?, ?, 1, randomblob(10), ?, 'sent', 0, 1795052400000)""",
                        campaign, i, "p" + i + "@x.example", "p" + i + "@x.example", i == 1 ? "=HYPERLINK(\"http://x\")" : i == 2 ? "佐藤 健" : "Katrin", "<" + i + "@x>");
            }
        });
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    @Test
    void excelReadsTheCsvInEveryLanguageAndNoFormulaStarts() throws Exception {
        var file = folder.resolve("report.csv");
        workspace.reportFiles().write(campaign, file);
        var bytes = Files.readAllBytes(file);
        assertEquals((byte) 0xEF, bytes[0]);
        var text = new String(bytes, StandardCharsets.UTF_8);
        assertTrue(text.contains("佐藤 健") && text.contains("\r\n"), text);
        assertFalse(text.contains(",=HYPERLINK") || text.contains(",\"=HYPERLINK"), text);
        assertEquals(4, text.lines().count());
    }

    @Test
    void aWorkbookIsAWorkbook() throws Exception {
        var file = folder.resolve("report.XLSX");
        workspace.reportFiles().write(campaign, file);
        try (var zip = new ZipFile(file.toFile())) {
            assertTrue(zip.getEntry("xl/worksheets/sheet1.xml") != null);
        }
    }
}

package app.caravel.campaign;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import app.caravel.account.Account;
import app.caravel.account.Security;
import app.caravel.smtp.ScriptedServer;
import app.caravel.store.Json;
import app.caravel.workspace.Home;
import app.caravel.workspace.Workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Merge fields and filters in the sender's name, sent to a scripted server and read as a mail program reads them. */
class SenderNameTest {

    @TempDir
    Path folder;

    @Test
    void eachReaderSeesTheNameThatIsMeantForHimAndNothingInjected() throws Exception {
        try (var workspace = Workspace.open(new Home(folder.resolve("home"))); var server = ScriptedServer.start((_, _) -> null)) {
            var account = workspace.accounts().save(new Account(0, "anna", "Anna Wang, {{ rep | proper_case }}", "anna@lumitech.example", "127.0.0.1", server.port(), Security.NONE, null, null, 0, 0, 0, null, null));
            var list = workspace.lists().create("Buyers");
            var reps = new String[] {"MARIA DE LA CRUZ", "王芳", "x\r\nBcc: all@evil.example\r\n\r\n\u0000\"<e@evil.example>", ""};
            workspace.database().jdbi().useHandle(h -> {
                for (int i = 0; i < reps.length; i++) {
                    h.createUpdate("INSERT INTO contact (address, written_address, attributes, created_at, changed_at) VALUES (:a, :a, :attributes, 0, 0)")
                            .bind("a", "p" + i + "@x.example").bind("attributes", Json.write(Map.of("Rep", reps[i]))).execute();
                    h.execute("INSERT INTO list_member (list_id, contact_id, added_at) SELECT ?, id, 0 FROM contact WHERE address = ?", list.id(), "p" + i + "@x.example");
                }
            });
            workspace.runs().send(workspace.campaigns().create("Panels", Audience.of(list), account.id(), "Panels", "<p>Dear friend</p>", null), 1);
            assertEquals("Anna Wang, Maria de la Cruz", from(server, 0).getPersonal());
            assertEquals("Anna Wang, 王芳", from(server, 1).getPersonal());
            assertEquals("Anna Wang, x Bcc: all@evil.example \"<e@evil.example>", from(server, 2).getPersonal());
            assertEquals("anna@lumitech.example", from(server, 2).getAddress());
            assertNull(mail(server, 2).getHeader("Bcc"));
            assertEquals("Anna Wang", from(server, 3).getPersonal());
        }
    }

    private static InternetAddress from(ScriptedServer server, int person) throws Exception {
        var from = mail(server, person).getFrom();
        assertEquals(1, from.length);
        return (InternetAddress) from[0];
    }

    private static MimeMessage mail(ScriptedServer server, int person) throws Exception {
        var source = server.taken().stream().filter(mail -> mail.recipient().equals("p" + person + "@x.example")).findFirst().orElseThrow().source();
        return new MimeMessage(null, new ByteArrayInputStream(source.getBytes(StandardCharsets.ISO_8859_1)));
    }

    @Test
    void whatCannotBeReadOrIsEmptyLeavesTheWordsBesideIt() {
        assertEquals("Anna Wang", new SenderName("Anna Wang {{ rep | ").of(Map.of("rep", "x")));
        assertEquals("Lumitech", new SenderName("{% if rep %}{{ rep }}{% endif %} Lumitech").of(Map.of()));
        assertEquals("", new SenderName("{{ rep }}").of(Map.of()));
        assertEquals("Rep", new SenderName("{{ rep | default: 'Rep' }}").of(Map.of()));
        assertTrue(new SenderName("Anna {{ rep }}").of(Map.of("rep", "x".repeat(500))).length() <= 128);
    }
}

package app.caravel.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import app.caravel.store.Json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class AccountVerbsTest {

    /** A variable that every environment has stands in for one with a password. */
    private static final String VARIABLE = "PATH";

    @TempDir
    Path home;

    private final GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void start() {
        mail.start();
    }

    @AfterEach
    void stop() {
        mail.stop();
    }

    private int run(String... arguments) {
        var all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--home", home.resolve("home").toString(), "--json"));
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return CommandLineFace.run(new PrintWriter(out), new PrintWriter(err), all.toArray(String[]::new));
    }

    private int add(String password) {
        mail.setUser("anna@x.example", "anna@x.example", password);
        return run("account", "add", "main", "--from", "Anna <anna@x.example>", "--host", "127.0.0.1", "--port", String.valueOf(mail.getSmtp().getPort()),
                "--security", "none", "--user", "anna@x.example", "--password-env", VARIABLE);
    }

    @Test
    void anAccountIsAddedTestedAndListed() throws Exception {
        var password = System.getenv(VARIABLE);
        assertEquals(0, add(password), err.toString());
        assertTrue(err.toString().contains("whoever can read your files can read it") || err.toString().contains("keychain"), err.toString());
        assertEquals(0, Json.object(out.toString()).get("per_hour"));
        assertEquals(0, run("account", "test", "MAIN"), err.toString());
        assertEquals(true, Json.object(out.toString()).get("fine"));
        assertEquals(0, run("account", "list"));
        assertTrue(out.toString().contains("\"tested_at\":\"20"), out.toString());
        try (var files = Files.walk(home)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                assertFalse(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(password), file.toString());
            }
        }
    }

    @Test
    void aRefusedPasswordFailsWithOneSentence() {
        assertEquals(0, add("another"), err.toString());
        assertEquals(1, run("account", "test", "main"));
        assertEquals(false, Json.object(out.toString()).get("fine"));
        assertEquals(1, err.toString().lines().count());
        assertTrue(err.toString().contains("refused the password of anna@x.example"), err.toString());
    }

    @Test
    void whatIsMissingIsSaid() {
        assertEquals(1, run("account", "test", "none"), "no workspace yet");
        assertEquals(1, run("account", "add", "b", "--from", "anna@own.example"));
        assertTrue(err.toString().contains("--host"), err.toString());
        assertEquals(1, run("account", "add", "b", "--from", "anna", "--host", "h", "--port", "1", "--security", "none"));
        assertEquals(1, run("account", "add", "b", "--from", "a@x.example", "--host", "h", "--port", "1", "--security", "ssl"));
        assertEquals(1, run("account", "add", "b", "--from", "a@x.example", "--host", "h", "--port", "1", "--security", "none", "--password-env", "NO_SUCH_VARIABLE"));
        assertEquals(2, run("account", "add", "b"));
    }

    @Test
    void knownProvidersNeedNoServers() {
        assertEquals(0, run("account", "add", "qq", "--from", "Anna <anna@qq.com>"), err.toString());
        var row = Json.object(out.toString());
        assertEquals("smtp.qq.com", row.get("host"));
        assertEquals("imap.qq.com", row.get("imap_host"));
        assertEquals("anna@qq.com", row.get("user"));
        assertEquals(200, row.get("per_day"));
        assertEquals(1, run("account", "add", "QQ", "--from", "anna@qq.com"));
    }
}

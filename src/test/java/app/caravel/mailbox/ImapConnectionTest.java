package app.caravel.mailbox;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import app.caravel.account.Account;
import app.caravel.account.Security;
import app.caravel.reason.Problem;
import app.caravel.reason.Reason;
import app.caravel.texts.Texts;
import app.caravel.workspace.Home;
import app.caravel.workspace.Workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Servers with the manners of real ones, by script. */
class ImapConnectionTest {

    private static final String FETCHED = """
            * 1 FETCH (INTERNALDATE "30-Nov-2026 10:00:00 +0000" BODY[HEADER.FIELDS (MESSAGE-ID X-CARAVEL-ID)] {33}
            Message-ID: <there@x.example>

            )
            OK done""";

    @TempDir
    Path folder;

    private void with(ScriptedImap server, Consumer<ImapConnection> act) {
        try (var workspace = Workspace.open(new Home(folder.resolve("home" + server.port())))) {
            var account = workspace.accounts().save(new Account(0, "anna", "Anna", "anna@163.example", "127.0.0.1", 25, Security.NONE, "anna", "127.0.0.1", server.port(), 0, 0, null, null));
            workspace.secrets().setPassword(account, "right".toCharArray());
            try (var line = ImapConnection.open(account, workspace.signIns())) {
                act.accept(line);
            }
        }
    }

    private Reason refused(ScriptedImap server) {
        var problem = assertThrows(Problem.class, () -> with(server, line -> line.sent().close()));
        assertFalse(Texts.in(Texts.Language.CHINESE).get(problem.reason()).isBlank());
        return problem.reason();
    }

    private static String answer(String command, String capabilities, String list) {
        return switch (command.split(" ")[0]) {
            case "CAPABILITY" -> "* CAPABILITY IMAP4rev1 " + capabilities + "\nOK done";
            case "LIST" -> list + "\nOK done";
            case "SELECT", "EXAMINE" -> "* 1 EXISTS\n* OK [UIDVALIDITY 1] ok\nOK [READ-ONLY] done";
            case "FETCH" -> FETCHED;
            case "SEARCH" -> "* SEARCH\nOK done";
            default -> "";
        };
    }

    @Test
    void aServerThatOpensNothingForTheUnnamedIsToldOurNameFirstAndOnTheSameLine() throws Exception {
        var named = new boolean[1];
        try (var server = new ScriptedImap(command -> {
            named[0] |= command.startsWith("ID (");
            return command.startsWith("EXAMINE") && !named[0] ? "NO EXAMINE Unsafe Login. Please contact kefu@188.com for help" : answer(command, "ID", "* LIST () \"/\" \"INBOX\"\n* LIST (\\Sent) \"/\" \"&XfJT0ZAB-\"");
        })) {
            with(server, line -> line.sent().close());
            assertEquals(1, server.heard.stream().filter("(a line)"::equals).count(), server.heard.toString());
            assertTrue(server.heard.indexOf("LOGIN") < index(server.heard, "ID (") && index(server.heard, "ID (") < index(server.heard, "EXAMINE"), server.heard.toString());
            assertTrue(server.heard.get(index(server.heard, "EXAMINE")).contains("&XfJT0ZAB-"), server.heard.toString());
        }
    }

    private static int index(List<String> heard, String begin) {
        return (int) heard.stream().takeWhile(command -> !command.startsWith(begin)).count();
    }

    @Test
    void aServerThatOpensNothingForProgramsIsSaidInWords() throws Exception {
        try (var server = new ScriptedImap(command -> command.startsWith("EXAMINE") ? "NO EXAMINE Unsafe Login. Please contact kefu@188.com for help" : answer(command, "ID", "* LIST () \"/\" \"Sent\""))) {
            assertEquals("mailbox.unsafe-login", refused(server).key());
        }
    }

    @Test
    void aRefusedSignInAndAMailboxWithoutASentFolderAreSaidInWords() throws Exception {
        try (var server = new ScriptedImap(command -> command.startsWith("LOGIN") ? "NO [AUTHENTICATIONFAILED] LOGIN Login error or password error" : answer(command, "", ""))) {
            assertTrue(String.valueOf(refused(server).arguments().get("answer")).contains("Login error"));
        }
        try (var server = new ScriptedImap(command -> answer(command, "", "* LIST () \"/\" \"INBOX\"\n* LIST () \"/\" \"Notes\""))) {
            assertEquals("mailbox.no-sent-folder", refused(server).key());
        }
    }

    @Test
    void aMarkThatIsOnlySaidToThoseWhoAskIsAskedFor() throws Exception {
        try (var server = new ScriptedImap(command -> answer(command, "SPECIAL-USE", command.startsWith("LIST (SPECIAL-USE)") ? "* LIST (\\Sent) \"/\" \"Elsewhere\"" : "* LIST () \"/\" \"Sent\"\n* LIST () \"/\" \"Elsewhere\""))) {
            with(server, line -> line.sent().close());
            assertTrue(server.heard.stream().anyMatch(command -> command.startsWith("EXAMINE") && command.contains("Elsewhere")), server.heard.toString());
        }
    }

    @Test
    void aServerThatFindsNothingByHeadersIsReadThroughInstead() throws Exception {
        try (var server = new ScriptedImap(command -> answer(command, "", "* LIST () \"/\" \"Sent Items\""))) {
            with(server, line -> {
                try (var sent = line.sent()) {
                    assertTrue(sent.holds("<there@x.example>", new byte[10], Instant.parse("2026-11-30T00:00:00Z")));
                    assertFalse(sent.holds("<other@x.example>", new byte[10], Instant.parse("2026-11-30T00:00:00Z")));
                }
            });
        }
    }

    @Test
    void aServerThatSearchesHeadersIsBelieved() throws Exception {
        try (var server = new ScriptedImap(command -> command.startsWith("SEARCH") && command.contains("there@x.example") ? "* SEARCH 1\nOK done" : answer(command, "", "* LIST () \"/\" \"Sent\""))) {
            with(server, line -> {
                try (var sent = line.sent()) {
                    assertTrue(sent.holds("<there@x.example>", new byte[10], Instant.EPOCH));
                    assertFalse(sent.holds("<other@x.example>", new byte[10], Instant.EPOCH));
                }
            });
            assertEquals(1, server.heard.stream().filter(command -> command.startsWith("FETCH")).count(), server.heard.toString());
        }
    }
}

package app.caravel.messagelog;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import app.caravel.reason.Problem;
import app.caravel.reason.Reason;
import app.caravel.store.Database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The files that come out of the ledger: what stands in them, and that no crash loses or doubles a line. */
class MessageLogTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00.123Z");

    @TempDir
    static Path once;

    private static Path migrated;

    @TempDir
    Path home;

    private Database database;
    private LedgerRows ledger;
    private Instant now = NOON;
    private final java.util.Map<String, String> facts = new java.util.HashMap<>();

    /** Bringing an empty file up to date takes longer than any test here. */
    @BeforeAll
    static void migrateOnce() {
        try (var empty = Database.open(once.resolve("caravel.db"))) {
            empty.copyTo(migrated = once.resolve("empty.db"));
        }
    }

    @BeforeEach
    void open() throws IOException {
        Files.copy(migrated, home.resolve("caravel.db"));
        database = Database.open(home.resolve("caravel.db"));
        ledger = new LedgerRows(database);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private MessageLog log() {
        return new MessageLog(database, new MessageLog.Facts(name -> Optional.ofNullable(facts.get(name)), facts::put), home, home.resolve("logs"), Clock.fixed(now, ZoneOffset.UTC));
    }

    private Path folder() {
        return home.resolve("logs/MessageTracking");
    }

    @Test
    void everyStepIsALineAsExchangeWritesIt() throws Exception {
        ledger.message(7, "Li.Wei@buyer.example", NOON).step(7, NOON.plusSeconds(1), "sending", null, null).by("192.0.2.7 198.51.100.9")
                .step(7, NOON.plusSeconds(2), "deferred", "451 4.7.1 Greylisted; wait, please", null).step(7, NOON.plusSeconds(60), "queued", null, null)
                .step(7, NOON.plusSeconds(61), "sending", null, null).by("2001:db8::7").step(7, NOON.plusSeconds(62), "sent", "250 2.0.0 Ok: queued as 4AC", null);
        log().complete();
        var c = Computer.name();
        var head = """
                #Software: Caravel
                #Version: 15.00.0000.000
                #Log-type: Message Tracking Log
                #Date: 2026-11-24T12:00:00.123Z
                #Fields: date-time,client-ip,client-hostname,server-ip,server-hostname,source-context,connector-id,source,event-id,internal-message-id,message-id,network-message-id,recipient-address,recipient-status,total-bytes,recipient-count,related-recipient-address,reference,message-subject,sender-address,return-path,message-info,directionality,tenant-id,original-client-ip,original-server-ip,custom-data
                """;
        var subject = "\"Offer for P7, 2,000 \"\"A\"\" panels\"";
        var id = "7,<7@lumitech.example>,c485bb87-f8a3-39d8-b2e5-6b6ea30b4dd3,Li.Wei@buyer.example";
        var lines = """
                2026-11-24T12:00:00.123Z,,%1$s,,%1$s,"Event:1, MessageClass:IPM.Note, CreationTime:2026-11-24T12:00:00.123Z, ClientType:Caravel",anna,STOREDRIVER,SUBMIT,%2$s,To,,1,,,%3$s,anna@lumitech.example,anna@lumitech.example,,Originating,,,,S:Campaign=Autumn%%3B LED;S:State=queued
                2026-11-24T12:00:02.123Z,192.0.2.7,%1$s,198.51.100.9,smtp.lumitech.example,"451 4.7.1 Greylisted; wait, please",anna,SMTP,DEFER,%2$s,"451 4.7.1 Greylisted; wait, please",,1,,,%3$s,anna@lumitech.example,anna@lumitech.example,,Originating,,,,S:Campaign=Autumn%%3B LED;S:State=deferred
                2026-11-24T12:01:02.123Z,2001:db8::7,%1$s,,smtp.lumitech.example,250 2.0.0 Ok: queued as 4AC,anna,SMTP,SEND,%2$s,250 2.0.0 Ok: queued as 4AC,20480,1,,,%3$s,anna@lumitech.example,anna@lumitech.example,2026-11-24T12:00:00.123Z,Originating,,,,S:Campaign=Autumn%%3B LED;S:State=sent
                """.formatted(c, id, subject);
        var guid = java.util.UUID.nameUUIDFromBytes(java.util.HexFormat.of().parseHex(String.format("%020x", 7))).toString();
        assertEquals((head + lines.replace("c485bb87-f8a3-39d8-b2e5-6b6ea30b4dd3", guid)).replace("\n", "\r\n"), Files.readString(folder().resolve("MSGTRK20261124-1.log")));
    }

    @Test
    void onlyWhatTrulyHappenedHasAnEvent() throws Exception {
        var broke = Reason.of("smtp.line-broke", "detail", "reset");
        ledger.message(1, "a@x.example", NOON).step(1, NOON, "sending", null, null).step(1, NOON, "queued", null, broke)
                .step(1, NOON, "sending", null, null).step(1, NOON, "in_doubt", null, broke).step(1, NOON, "queued", null, Reason.of("campaign.decided"))
                .step(1, NOON, "sending", null, null).step(1, NOON, "failed", "550 5.1.1 unknown", null).step(1, NOON, "bounced", "550 5.1.1 unknown", null)
                .step(1, NOON, "suppressed", null, null).step(1, NOON, "cancelled", null, null).step(1, NOON, "held", null, Reason.of("manners.week", "n", 7));
        log().complete();
        assertEquals(List.of("STOREDRIVER,SUBMIT", "SMTP,DEFER", "SMTP,DEFER", "ADMIN,RESUBMIT", "SMTP,FAIL", "DSN,DSN", "AGENT,SUPPRESSED", "ADMIN,DROP", "AGENT,THROTTLE"),
                lines().stream().map(line -> value(line, LogField.SOURCE) + "," + value(line, LogField.EVENT_ID)).toList());
        var lines = lines();
        assertEquals("smtp.line-broke: detail=reset", value(lines.get(1), LogField.SOURCE_CONTEXT));
        assertEquals("manners.week", value(lines.getLast(), LogField.REFERENCE));
    }

    @Test
    void aCrashBetweenFileAndLedgerNeitherLosesNorDoublesALine() throws Exception {
        ledger.sent(1, 40, NOON);
        log().complete();
        var before = Files.readString(file());
        // lines of a run that never said how far it was, the last one cut off
        Files.writeString(file(), before.lines().skip(5).limit(3).reduce("", (a, b) -> a + b + "\r\n") + "2026-11-24T12:0", StandardOpenOption.APPEND);
        ledger.sent(100, 3, NOON.plusSeconds(600));
        log().complete();
        assertTrue(Files.readString(file()).startsWith(before));
        assertEquals(86, lines().size());
        assertEquals(86, new HashSet<>(lines()).size());
    }

    @Test
    void aCrashRightAfterAFileWasBegunLeavesNoSecondHead() throws Exception {
        ledger.sent(1, 2, NOON);
        new LogStore(database).begin(new LogStore.Cursor(0, "", "MSGTRK20261124-1.log", 0, false));
        Files.createDirectories(folder());
        Files.writeString(folder().resolve("MSGTRK20261124-1.log"), "#Software: Caravel\r\n#Ver");
        log().complete();
        assertEquals(1, Files.readString(file()).split("#Software", -1).length - 1);
        assertEquals(4, lines().size());
    }

    @Test
    void aFileThatIsFullIsFollowedByTheNextNumberAndANewDayBeginsAtOne() throws Exception {
        log().change(LogSettings.DEFAULT.filesOf(8 * 1024));
        ledger.sent(1, 40, NOON).sent(100, 2, Instant.parse("2026-11-25T00:00:01Z"));
        now = Instant.parse("2026-11-25T01:00:00Z");
        log().complete();
        var names = names();
        assertTrue(names.containsAll(List.of("MSGTRK20261124-1.log", "MSGTRK20261124-2.log", "MSGTRK20261125-1.log")), names.toString());
        assertEquals(84, lines().size());
        for (var name : names) {
            assertTrue(Files.size(folder().resolve(name)) <= 8 * 1024, name);
            assertTrue(Files.readString(folder().resolve(name)).startsWith("#Software: Caravel\r\n"));
        }
    }

    @Test
    void theOldestOfOursGoWhereTheFolderIsFullAndAForeignFileNever() throws Exception {
        Files.createDirectories(folder());
        var foreign = folder().resolve("MSGTRK20200101-1.LOG");
        Files.writeString(foreign, "#Software: Microsoft Exchange Server\r\n");
        var taken = folder().resolve("MSGTRK20261124-2.log");
        Files.writeString(taken, "somebody else's");
        log().change(LogSettings.DEFAULT.filesOf(8 * 1024).folderOf(20 * 1024));
        ledger.sent(1, 100, NOON);
        log().complete();
        assertTrue(Files.exists(foreign));
        assertEquals("somebody else's", Files.readString(taken));
        assertFalse(Files.exists(folder().resolve("MSGTRK20261124-1.log")));
        assertTrue(log().status().bytes() <= 20 * 1024, String.valueOf(log().status().bytes()));
        assertTrue(lines().stream().anyMatch(line -> value(line, LogField.INTERNAL_MESSAGE_ID).equals("100")));
    }

    @Test
    void whatIsTooOldGoesAndAFileThatTookOurNameStays() throws Exception {
        ledger.sent(1, 3, NOON);
        log().complete();
        now = NOON.plus(java.time.Duration.ofDays(20));
        ledger.sent(50, 1, now);
        log().complete();
        Files.writeString(folder().resolve("MSGTRK20261214-1.log"), "not ours any more");
        now = NOON.plus(java.time.Duration.ofDays(60));
        ledger.sent(100, 1, now);
        log().complete();
        assertEquals(List.of("MSGTRK20261214-1.log", "MSGTRK20270123-1.log"), names());
    }

    @Test
    void aFolderThatCannotBeWrittenIsToldAndCaughtUpLater() throws Exception {
        ledger.sent(1, 5, NOON);
        Files.createDirectories(home.resolve("logs"));
        Files.writeString(folder(), "a file where the folder should be");
        var log = log();
        assertEquals("messagelog.cannot-write", Objects.requireNonNull(log.complete()).key());
        assertNotNull(log.status());
        assertThrows(Problem.class, log::rebuild);
        Files.delete(folder());
        assertNull(log.complete());
        assertEquals(10, lines().size());
        assertEquals(List.of("MSGTRK20261124-1.log"), names());
    }

    @Test
    void whoAskedAndNoLongerWantsItIsNoTroubleOfTheFolder() throws Exception {
        ledger.sent(1, 5, NOON);
        var log = log();
        Thread.currentThread().interrupt(); // as a search is that another one follows
        assertNull(log.complete());
        assertTrue(Thread.interrupted());
        assertNull(log.complete());
        assertEquals(10, lines().size());
    }

    @Test
    void aRebuildWritesTheSameLinesAgainAndLeavesForeignFilesAlone() throws Exception {
        ledger.sent(1, 30, NOON);
        log().complete();
        var before = lines();
        Files.writeString(folder().resolve("MSGTRKMS2022091915-1.LOG"), "foreign");
        Files.delete(file());
        assertEquals(60, log().rebuild());
        assertEquals(before, lines());
        assertEquals("foreign", Files.readString(folder().resolve("MSGTRKMS2022091915-1.LOG")));
        assertEquals(60, log().rebuild());
        assertEquals(before, lines());
    }

    @Test
    void aRebuildThatWasCutOffIsBegunAgain() throws Exception {
        ledger.sent(1, 30, NOON);
        log().complete();
        var cursor = new LogStore(database).cursor();
        new LogStore(database).keep(new LogStore.Cursor(cursor.step(), "", null, 0, true));
        log().complete();
        assertEquals(60, lines().size());
        assertEquals(60, new HashSet<>(lines()).size());
    }

    @Test
    void whatHappensWhileItIsOffIsNotWrittenButCanBeRebuilt() throws Exception {
        ledger.sent(1, 2, NOON);
        log().complete();
        log().change(LogSettings.DEFAULT.on(false));
        assertEquals(Optional.of(now.truncatedTo(java.time.temporal.ChronoUnit.MILLIS)), log().offSince());
        ledger.sent(10, 2, NOON);
        log().complete();
        assertEquals(4, lines().size());
        log().change(LogSettings.DEFAULT);
        ledger.sent(20, 1, NOON);
        log().complete();
        assertEquals(6, lines().size());
        log().change(LogSettings.DEFAULT.on(false));
        assertEquals(10, log().switchOnAndRebuild());
        assertEquals(10, lines().size());
        assertTrue(log().settings().on());
    }

    @Test
    void noSubjectIsWrittenWhereThatIsSwitchedOff() throws Exception {
        log().change(LogSettings.DEFAULT.subjects(false));
        ledger.sent(1, 2, NOON);
        log().complete();
        assertFalse(Files.readString(file()).contains("panels"));
    }

    @Test
    void anotherFolderBeginsAFileThereAndTheOldOneIsLeft() throws Exception {
        ledger.sent(1, 2, NOON);
        log().complete();
        var other = home.resolve("elsewhere");
        log().change(LogSettings.DEFAULT.in(other));
        ledger.sent(10, 1, NOON);
        log().complete();
        assertEquals(4, lines().size());
        assertEquals(7, Files.readAllLines(other.resolve("MSGTRK20261124-1.log")).size());
    }

    @Test
    void noByteOrderMarkAndNothingButCrLf() throws Exception {
        ledger.message(1, "a@x.example", NOON).step(1, NOON, "failed", "550 line one\r\nline two", null);
        log().complete();
        var bytes = Files.readAllBytes(file());
        assertEquals('#', bytes[0]);
        var text = new String(bytes, StandardCharsets.UTF_8);
        assertEquals(text.chars().filter(c -> c == '\n').count(), text.split("\r\n", -1).length - 1);
        assertEquals(2, lines().size());
    }

    private Path file() {
        return folder().resolve("MSGTRK20261124-1.log");
    }

    private List<String> names() throws IOException {
        try (var files = Files.list(folder())) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    /** All lines of our files, in order. */
    private List<String> lines() throws IOException {
        var lines = new ArrayList<String>();
        var names = names().stream().flatMap(name -> LogName.of(Path.of(name)).stream()).sorted().map(LogName::file).toList();
        for (var name : names) {
            if (Files.exists(folder().resolve(name)) && Files.readString(folder().resolve(name)).startsWith(LogHead.OURS)) {
                Files.readAllLines(folder().resolve(name)).stream().filter(line -> !line.startsWith("#")).forEach(lines::add);
            }
        }
        return lines;
    }

    private static String value(String line, LogField field) {
        return LogCsv.split(line).get(field.ordinal());
    }
}

package app.caravel.messagelog.search;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import app.caravel.messagelog.LogField;
import app.caravel.messagelog.LogHead;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The index beside a file is there to be quick: whatever becomes of it or of the file, the same lines are found as without it. */
class MessageIdsTest {

    private static final String HEAD = "#Software: Caravel\r\n#Version: 15.00.0000.000\r\n#Log-type: Message Tracking Log\r\n#Fields: date-time,event-id,internal-message-id,message-id,recipient-address\r\n";

    @TempDir
    Path folder;

    private Path file;
    private Path index;

    private static String line(int number, String id) {
        return "2026-11-30T08:15:" + (10 + number % 50) + ".000Z,SEND," + number + "," + id + ",buyer@firm.example\r\n";
    }

    @BeforeEach
    void write() throws IOException {
        var text = new StringBuilder(HEAD);
        for (int i = 0; i < 40; i++) {
            text.append(line(i, "<m" + i + "@lumitech.example>"));
        }
        file = Files.writeString(folder.resolve("MSGTRK20261130-1.log"), text);
        index = LogHead.indexOf(file);
    }

    /** What the index gives, which must be what is found without it. */
    private List<String> found(String id) {
        var query = LogQuery.ALL.messageId(id);
        var plain = LogSearch.in(folder).counting().find(query);
        var indexed = LogSearch.in(folder).indexed().counting().find(query);
        assertEquals(plain.rows(), indexed.rows());
        assertEquals(plain.found(), indexed.found());
        assertEquals(plain.lines(), indexed.lines());
        assertEquals(List.of(), indexed.unreadable());
        return indexed.rows().stream().map(row -> row.get(LogField.INTERNAL_MESSAGE_ID)).toList();
    }

    @Test
    void aReadyIndexIsReadAndLeftAsItIs() throws Exception {
        assertEquals(List.of("7"), found("<M7@Lumitech.example>"));
        assertTrue(Files.exists(index));
        var long_ago = FileTime.fromMillis(1_000_000_000_000L);
        Files.setLastModifiedTime(index, long_ago);
        assertEquals(List.of("39"), found("m39@lumitech.example"));
        assertEquals(List.of(), found("m40@lumitech.example"));
        assertEquals(long_ago, Files.getLastModifiedTime(index));
        try (var all = Files.list(folder)) {
            assertEquals(2, all.count(), "nothing else is left in the folder");
        }
    }

    @Test
    void aFileThatGrewOrWasCutInTheMiddleOfALineIsFoundAsItIs() throws Exception {
        assertEquals(List.of("7"), found("m7@lumitech.example"));
        var last = line(50, "<late@lumitech.example>");
        for (int cut : new int[] {1, 30, 40, 50, last.indexOf(",buyer")}) {
            Files.writeString(file, last.substring(0, cut), StandardOpenOption.APPEND);
            assertEquals(List.of(), found("late@lumitech.example"), "cut after " + cut);
            assertEquals(List.of("39"), found("m39@lumitech.example"));
            Files.writeString(file, last.substring(cut), StandardOpenOption.APPEND);
            assertEquals(List.of("50"), found("late@lumitech.example"));
            try (var channel = java.nio.channels.FileChannel.open(file, StandardOpenOption.WRITE)) {
                channel.truncate(channel.size() - last.length());
            }
        }
        assertEquals(List.of(), found("late@lumitech.example"));
    }

    @Test
    void anIndexThatIsOlderThanItsFileIsMadeAnew() throws Exception {
        assertEquals(List.of("7"), found("m7@lumitech.example"));
        var before = Files.getLastModifiedTime(file);
        Files.writeString(file, Files.readString(file).replace("<m7@", "<n7@")); // as long as before
        Files.setLastModifiedTime(file, FileTime.from(before.toInstant().plusNanos(1000)));
        assertEquals(List.of(), found("m7@lumitech.example"));
        assertEquals(List.of("7"), found("n7@lumitech.example"));
        Files.setLastModifiedTime(file, FileTime.fromMillis(before.toMillis() - 5000)); // put back from a backup
        assertEquals(List.of("7"), found("n7@lumitech.example"));
    }

    @Test
    void aDamagedIndexIsMadeAnew() throws Exception {
        assertEquals(List.of("7"), found("m7@lumitech.example"));
        var good = Files.readAllBytes(index);
        for (int i = 0; i < good.length; i += 5) {
            var bad = good.clone();
            bad[i] ^= 0x10;
            Files.write(index, bad);
            assertEquals(List.of("7"), found("m7@lumitech.example"), "byte " + i);
            assertArrayEquals(good, Files.readAllBytes(index), "byte " + i);
        }
        for (int length : new int[] {0, 1, 31, 32, 40, good.length - 8, good.length - 1}) {
            Files.write(index, Arrays.copyOf(good, length));
            assertEquals(List.of("7"), found("m7@lumitech.example"), "cut at " + length);
        }
        Files.write(index, Arrays.copyOf(good, good.length + 8));
        assertEquals(List.of("7"), found("m7@lumitech.example"), "too long");
        assertArrayEquals(good, Files.readAllBytes(index));
    }

    @Test
    void theIndexOfAnotherVersionIsMadeAnew() throws Exception {
        assertEquals(List.of("7"), found("m7@lumitech.example"));
        var good = Files.readAllBytes(index);
        var first = java.nio.ByteBuffer.allocate(32).putLong(0x4356_4c49_4453_0001L).putLong(Files.size(file)).putLong(Files.getLastModifiedTime(file).toMillis()).putLong(0).array();
        Files.write(index, first); // an empty one of the first version: no line would be found
        assertEquals(List.of("7"), found("m7@lumitech.example"));
        assertArrayEquals(good, Files.readAllBytes(index));
    }

    @Test
    void whereNoIndexCanBeKeptTheLinesAreFoundAllTheSame() throws Exception {
        Files.createDirectories(index.resolve("in the way"));
        assertEquals(List.of("7"), found("m7@lumitech.example"));
        assertTrue(Files.isDirectory(index));
    }

    @Test
    void theIndexOfAFileThatWentSaysNothing() throws Exception {
        var other = Files.copy(file, folder.resolve("MSGTRK20261129-1.log"));
        assertEquals(List.of("7", "7"), found("m7@lumitech.example"));
        Files.delete(other);
        assertEquals(List.of("7"), found("m7@lumitech.example"));
        Files.writeString(other, HEAD + line(3, "<new@lumitech.example>"));
        assertEquals(List.of("3"), found("new@lumitech.example"));
        Files.delete(file);
        Files.delete(other);
        assertEquals(List.of(), LogSearch.in(folder).indexed().find(LogQuery.ALL.messageId("m7@lumitech.example")).rows());
    }

    @Test
    void aFileThatGoesBeforeItIsReadIsAnErrorOfItsOwn() throws Exception {
        var source = SourceFile.of(file).orElseThrow();
        Files.delete(file);
        assertThrows(IOException.class, () -> MessageIds.of(source, new Pieces()));
        var large = new SourceFile(file, source.fields(), source.name(), 1 << 30, true);
        assertThrows(IOException.class, () -> Work.of(large, 0, LogQuery.ALL, true));
        assertFalse(Files.exists(index));
    }

    @Test
    void idsOfAllKindsAreInTheIndex() throws Exception {
        Files.writeString(file, line(60, "<A@x.example>;<b@x.example>") + line(61, "\"<c\"\"1@x.example>\"") + line(62, "<grösse@x.example>") + line(63, "bare@x.example") + line(64, " <spaced@x.example> ")
                + line(65, "") + "#Comment: <a@x.example>\r\n" + line(66, "\"<d,1@x.example>\""), StandardOpenOption.APPEND);
        assertEquals(List.of("60"), found("a@x.example"));
        assertEquals(List.of("60"), found("<B@x.example>"));
        assertEquals(List.of("60"), found("<a@x.example>;<b@x.example>"));
        assertEquals(List.of("61"), found("<c\"1@x.example>"));
        assertEquals(List.of("62"), found("GRÖSSE@x.example".replace("SS", "ss")));
        assertEquals(List.of("63"), found("<Bare@x.example>"));
        assertEquals(List.of("64"), found("spaced@x.example"));
        assertEquals(List.of("66"), found("d,1@x.example"));
    }
}

package app.caravel.messagelog.search;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.zip.GZIPOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import app.caravel.messagelog.LogField;
import app.caravel.messagelog.LogHead;
import app.caravel.reason.Problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Searches in files as real servers wrote them: lines of Exchange 2010, 2013 and 2016, shortened, other names in them. */
class LogSearchTest {

    private static final String FIELDS_2010 = "date-time,client-ip,client-hostname,server-ip,server-hostname,source-context,connector-id,source,event-id,internal-message-id,message-id,"
            + "recipient-address,recipient-status,total-bytes,recipient-count,related-recipient-address,reference,message-subject,sender-address,return-path,message-info,directionality,"
            + "tenant-id,original-client-ip,original-server-ip,custom-data";
    private static final String FIELDS_2013 = FIELDS_2010.replace("message-id,recipient-address", "message-id,network-message-id,recipient-address");
    private static final String FIELDS_2016 = FIELDS_2013 + ",transport-traffic-type,log-id,schema-version";

    private static final String IN_2010 = "2011-03-04T08:15:30.001Z,10.0.0.5,mail.buyer.example,10.0.0.9,EX10,08CDA...,EX10\\Default EX10,SMTP,RECEIVE,1201,<abc@buyer.example>,"
            + "anna@lumitech.example;ben@lumitech.example,,5021,2,,,\"Offer, 500 pcs\",li.wei@buyer.example,li.wei@buyer.example,00A: ,Incoming,,10.0.0.5,10.0.0.9,";
    private static final String IN_2013 = "2017-05-22T17:33:35.632Z,,EX13D13UWA001,,,,,AGENT,AGENTINFO,64712272257893,<1028007174.1@lumitech.example>,13fad5b7-39c5-46e7-130e-08d4a138ac67,"
            + "bryanson@buyer.example,,7631,1,,,Started Jlb,apollo@lumitech.example,jlb-approval@lumitech.example,,Incoming,,10.25.10.214,10.43.162.232,S:AMA=SUM|action=p;S:DeliveryPriority=Normal";
    private static final String IN_2016 = "2022-09-19T15:02:29.993Z,10.9.9.9,EX16,,EX16,\"MDB:1111, Mailbox:2222, Event:63779422, MessageClass:IPM.Note, CreationTime:2022-09-19T15:02:29.211Z, ClientType:MOMT\",,"
            + "STOREDRIVER,RECEIVE,438,<XXX@domain.example>,aaaa,User@Gmail.example,To,3750222,1,,,\"Say \"\"hello\"\", Größe 面板灯\",sales@domain.example,sales@domain.example,04I: ,Originating,,,,S:X=1,Email,0001,15.01.2507.012";

    @TempDir
    Path folder;

    private Path write(String name, boolean mark, String fields, String... lines) throws IOException {
        var text = (mark ? "\ufeff" : "") + "#Software: Microsoft Exchange Server\r\n#Version: 15.00.1104.000\r\n#Log-type: Message Tracking Log\r\n#Date: 2017-05-22T17:33:35.632Z\r\n#Fields: " + fields + "\r\n"
                + String.join("\r\n", lines) + "\r\n";
        return Files.writeString(folder.resolve(name), text);
    }

    private void three() throws IOException {
        write("MSGTRK20110304-1.LOG", false, FIELDS_2010, IN_2010);
        write("MSGTRKMA2017052217-1.LOG", true, FIELDS_2013, IN_2013);
        write("MSGTRKMS2022091915-1.LOG", false, FIELDS_2016, IN_2016);
    }

    private List<String> ids(LogQuery query) {
        return LogSearch.in(folder).find(query).rows().stream().map(row -> row.get(LogField.INTERNAL_MESSAGE_ID)).toList();
    }

    @Test
    void filesOfThreeServersAreReadByTheirOwnFields() throws Exception {
        three();
        assertEquals(List.of("1201", "64712272257893", "438"), ids(LogQuery.ALL));
        var row = LogSearch.in(folder).find(LogQuery.ALL.internalId("438")).rows().getFirst();
        assertEquals("Say \"hello\", Größe 面板灯", row.get(LogField.MESSAGE_SUBJECT));
        assertEquals("0001", row.get("log-id"));
        assertEquals("", LogSearch.in(folder).find(LogQuery.ALL.internalId("1201")).rows().getFirst().get(LogField.NETWORK_MESSAGE_ID));
        assertEquals(30, row.byField().size());
        assertEquals(30, LogSearch.in(folder).find(LogQuery.ALL).fields().size());
    }

    @Test
    void everyTermFindsItsLine() throws Exception {
        three();
        assertEquals(List.of("1201"), ids(LogQuery.ALL.to(List.of("BEN@lumitech.example"))));
        assertEquals(List.of(), ids(LogQuery.ALL.to(List.of("en@lumitech.example"))), "a whole address is not a part of another");
        assertEquals(List.of("64712272257893"), ids(LogQuery.ALL.to(List.of("@buyer.example"))));
        assertEquals(List.of("1201", "438"), ids(LogQuery.ALL.to(List.of("user@gmail.example", "anna@lumitech.example"))));
        assertEquals(List.of("1201"), ids(LogQuery.ALL.from("li.wei@buyer.example")));
        assertEquals(List.of("1201", "438"), ids(LogQuery.ALL.event("receive")));
        assertEquals(List.of("438"), ids(LogQuery.ALL.event("RECEIVE").source("STOREDRIVER")));
        assertEquals(List.of("438"), ids(LogQuery.ALL.messageId("XXX@domain.example")));
        assertEquals(List.of("438"), ids(LogQuery.ALL.messageId("<xxx@domain.example>")));
        assertEquals(List.of("438"), ids(LogQuery.ALL.subject("GRÖSSE".replace("SS", "ß"))));
        assertEquals(List.of("438"), ids(LogQuery.ALL.subject("面板")));
        assertEquals(List.of("438"), ids(LogQuery.ALL.subject("say \"hello\", gr")));
        assertEquals(List.of("1201"), ids(LogQuery.ALL.subject("offer, 500")));
        assertEquals(List.of(), ids(LogQuery.ALL.subject("10.25.10.214")), "what stands in another field does not count");
        assertEquals(List.of(), ids(LogQuery.ALL.reference("x")));
    }

    @Test
    void theStartBelongsToItAndTheEndDoesNot() throws Exception {
        three();
        var at = Instant.parse("2017-05-22T17:33:35.632Z");
        assertEquals(List.of("64712272257893"), ids(LogQuery.ALL.between(at, at.plusMillis(1))));
        assertEquals(List.of(), ids(LogQuery.ALL.between(at.minusSeconds(1), at)));
        assertEquals(List.of("64712272257893", "438"), ids(LogQuery.ALL.between(at, null)));
        assertEquals(List.of("1201"), ids(LogQuery.ALL.between(null, at)));
    }

    @Test
    void linesComeByTimeAndNoMoreThanAskedFor() throws Exception {
        write("MSGTRK20170522-2.log", false, FIELDS_2013, IN_2013, IN_2013.replace("17:33:35.632", "09:00:00.000").replace("64712272257893", "1"));
        write("MSGTRK20170522-1.log", false, FIELDS_2013, IN_2013.replace("17:33:35.632", "12:00:00.000").replace("64712272257893", "2"));
        assertEquals(List.of("1", "2", "64712272257893"), ids(LogQuery.ALL));
        var two = LogSearch.in(folder).counting().find(LogQuery.ALL.from("apollo").atMost(2));
        assertEquals(2, two.size());
        assertEquals(3, two.found());
        assertEquals(3, two.lines(), "heads are no lines");
        assertEquals(List.of("64712272257893", "2"), ids(LogQuery.ALL.from("apollo").atMost(2).latest()));
    }

    @Test
    void brokenLinesArePassedOverAndCounted() throws Exception {
        Files.writeString(write("MSGTRK20170522-1.log", false, FIELDS_2013, IN_2013, "rubbish", IN_2013.replace("2017-05-22T17", "2017-13-22T17"), IN_2013 + ",one,too,many", ""),
                IN_2013.substring(0, 120), StandardCharsets.UTF_8, java.nio.file.StandardOpenOption.APPEND);
        var results = LogSearch.in(folder).find(LogQuery.ALL);
        assertEquals(1, results.found());
        assertEquals(4, results.broken());
        var cut = LogSearch.in(folder).find(LogQuery.ALL.messageId("<1028007174.1@lumitech.example>"));
        assertEquals(1, cut.found());
        assertEquals(3, cut.broken());
    }

    @Test
    void packedFilesAreReadAndADamagedOneIsNamed() throws Exception {
        write("MSGTRK20170522-1.log", false, FIELDS_2013, IN_2013);
        var bytes = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(bytes)) {
            out.write(("#Fields: " + FIELDS_2016 + "\n" + (IN_2016 + "\n").repeat(20_000)).getBytes(StandardCharsets.UTF_8));
        }
        Files.write(folder.resolve("MSGTRKMS2022091915-1.LOG.gz"), bytes.toByteArray());
        var results = LogSearch.in(folder).find(LogQuery.ALL.to(List.of("user@gmail.example")).atMost(3));
        assertEquals(20_000, results.found());
        assertEquals("438", results.rows().get(2).get(LogField.INTERNAL_MESSAGE_ID));
        Files.write(folder.resolve("MSGTRKMS2022091915-2.LOG.gz"), java.util.Arrays.copyOf(bytes.toByteArray(), bytes.size() / 2));
        Files.writeString(folder.resolve("MSGTRKMS2022091915-3.LOG.gz"), "not packed at all");
        var damaged = LogSearch.in(folder).find(LogQuery.ALL.to(List.of("user@gmail.example")));
        assertEquals(List.of("MSGTRKMS2022091915-2.LOG.gz", "MSGTRKMS2022091915-3.LOG.gz"), damaged.unreadable().stream().map(file -> file.getFileName().toString()).sorted().toList());
        assertTrue(damaged.found() > 25_000, "lines before the damage are found: " + damaged.found());
    }

    @Test
    void manyLinesAcrossTheCutsAreEachFoundOnce() throws Exception {
        int count = 60_000; // 24 MB: three shares
        var lines = new StringBuilder();
        for (int i = 0; i < count; i++) {
            lines.append(IN_2013.replace("64712272257893", String.valueOf(i)).replace("<1028007174.1@", "<m" + i + "@")).append("\r\n");
        }
        var file = write("MSGTRK20170522-1.log", false, FIELDS_2013, lines.toString());
        assertEquals(count, LogSearch.in(folder).find(LogQuery.ALL.atMost(0)).found());
        assertEquals(count, LogSearch.in(folder).find(LogQuery.ALL.from("apollo@lumitech.example")).found());
        assertEquals(count, LogSearch.in(folder).find(LogQuery.ALL.to(List.of("bryanson@buyer.example", "nobody@x.example"))).found());
        assertEquals(count, LogSearch.in(folder).find(LogQuery.ALL.from("apollo").atMost(0)).rows().stream().map(row -> row.get(LogField.INTERNAL_MESSAGE_ID)).distinct().count());
        var ours = Files.createDirectories(folder.resolve("ours")).resolve("MSGTRK20170522-1.log");
        Files.writeString(ours, Files.readString(file).replace("Microsoft Exchange Server", "Caravel"));
        for (int i : new int[] {0, 1, 20_971, 41_942, 59_999}) {
            assertEquals(List.of(String.valueOf(i)), ids(LogQuery.ALL.messageId("<m" + i + "@lumitech.example>")));
            var indexed = LogSearch.in(java.util.Objects.requireNonNull(ours.getParent())).indexed().find(LogQuery.ALL.messageId("m" + i + "@lumitech.example"));
            assertEquals(List.of(String.valueOf(i)), indexed.rows().stream().map(row -> row.get(LogField.INTERNAL_MESSAGE_ID)).toList());
        }
        assertTrue(Files.exists(LogHead.indexOf(ours)));
        Files.writeString(ours, IN_2013.replace("<1028007174.1@", "<new@") + "\r\n", java.nio.file.StandardOpenOption.APPEND);
        assertEquals(1, LogSearch.in(java.util.Objects.requireNonNull(ours.getParent())).indexed().find(LogQuery.ALL.messageId("new@lumitech.example")).found(), "a file that grew has a new index");
        assertEquals(1, LogSearch.in(folder).indexed().find(LogQuery.ALL.messageId("m7@lumitech.example")).found());
        assertFalse(Files.exists(LogHead.indexOf(file)), "nothing is written beside a foreign file");
    }

    @Test
    void otherFilesOfTheFolderAreNoLogs() throws Exception {
        three();
        Files.writeString(folder.resolve("httperr1.log"), "#Software: Microsoft HTTP API 2.0\r\n#Fields: date time c-ip\r\n2017 a b\r\n");
        Files.writeString(folder.resolve("notes.txt"), IN_2013);
        var results = LogSearch.in(folder).find(LogQuery.ALL);
        assertEquals(3, results.found());
        assertEquals(List.of(), results.unreadable());
        assertFalse(Files.exists(LogHead.indexOf(folder.resolve("MSGTRK20110304-1.LOG"))), "nothing is written beside a foreign file");
    }

    @Test
    void aFolderThatIsNotThereOrHoldsNoLogIsAProblem() {
        assertEquals("messagelog.cannot-read", assertThrows(Problem.class, () -> LogSearch.in(folder.resolve("gone")).find(LogQuery.ALL)).reason().key());
        assertEquals("messagelog.no-log", assertThrows(Problem.class, () -> LogSearch.in(folder).find(LogQuery.ALL)).reason().key());
    }
}

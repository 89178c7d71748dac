package app.caravel.messagelog.search;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Predicate;
import java.util.zip.GZIPOutputStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import app.caravel.messagelog.LogCsv;
import app.caravel.messagelog.LogField;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Against a reader who takes every line apart and compares text: the same lines, in the same order, and as many of them. */
class FoundAsReadTest {

    private static final List<LogField> FIELDS = List.of(LogField.DATE_TIME, LogField.SOURCE_CONTEXT, LogField.SOURCE, LogField.EVENT_ID, LogField.INTERNAL_MESSAGE_ID, LogField.MESSAGE_ID,
            LogField.RECIPIENT_ADDRESS, LogField.MESSAGE_SUBJECT, LogField.SENDER_ADDRESS, LogField.CUSTOM_DATA);
    private static final List<String> WORDS = List.of("SEND", "send", "Submit", "a", "offer, new", "say \"yes\"", "Größe", "GRÖSSE", "面板灯", "", "", "", "x".repeat(70), "anna@lumitech.example", "Ben@Buyer.example;anna@lumitech.example",
            "<m1@x.example>", "M1@x.example", "until 13 December", "--", ",,,");
    private static final int LINES = 1500;

    @TempDir
    Path folder;

    private final Random random = new Random(11);
    private final List<Line> lines = new ArrayList<>();

    private record Line(Instant at, int file, List<String> values) {
        String get(LogField field) {
            return values.get(FIELDS.indexOf(field)).toLowerCase(Locale.ROOT);
        }
    }

    @BeforeEach
    void write() throws IOException {
        for (int i = 0; i < 3; i++) {
            boolean packed = i == 1;
            try (var out = open(folder.resolve("MSGTRK2026110" + (i + 1) + "-1.log" + (packed ? ".gz" : "")), packed)) {
                out.write(("#Software: Other\r\n#Fields: " + String.join(",", FIELDS.stream().map(LogField::key).toList()) + "\r\n").getBytes(StandardCharsets.UTF_8));
                for (int k = 0; k < LINES; k++) {
                    out.write((random.nextInt(20) == 0 ? broken() : line(i)).getBytes(StandardCharsets.UTF_8));
                }
            }
        }
    }

    private static OutputStream open(Path file, boolean packed) throws IOException {
        var out = Files.newOutputStream(file);
        return packed ? new GZIPOutputStream(out) : out;
    }

    private String line(int file) {
        var at = Instant.parse("2026-11-0" + (file + 1) + "T10:00:00Z").plusMillis(random.nextInt(300) * 977L);
        var values = new ArrayList<>(List.of(at.toString().contains(".") ? at.toString() : at.toString().replace("Z", ".000Z")));
        while (values.size() < FIELDS.size()) {
            values.add(WORDS.get(random.nextInt(WORDS.size())));
        }
        lines.add(new Line(at, file, List.copyOf(values)));
        var text = new StringBuilder();
        for (var value : values) {
            text.append(text.isEmpty() ? "" : ",");
            LogCsv.append(text, value);
        }
        return text.append(random.nextBoolean() ? "\r\n" : "\n").toString();
    }

    private String broken() {
        return List.of("\r\n", "#comment SEND\n", "rubbish SEND\n", "2026-11-01T10:00:00.000Z,a,\"SEND,SEND,SEND\n", "2026-13-01T10:00:00.000Z,a,b,SEND,d,e,f,g,h,i\n", "2026-11-01T10:00:00.000Z,a,b,SEND,d,e,f,g,h,i,j\n").get(random.nextInt(6));
    }

    private void same(LogQuery query, Predicate<Line> fits) {
        var wanted = new ArrayList<>(lines.stream().filter(fits).toList());
        wanted.sort(Comparator.comparing(Line::at).thenComparing(Line::file)); // within a file in its order
        assertTrue(!wanted.isEmpty());
        for (int limit : new int[] {0, 1, 40, 5000}) {
            var early = LogSearch.in(folder).find(query.atMost(limit));
            assertEquals(wanted.size(), early.found());
            assertEquals(cut(wanted, limit), early.rows().stream().map(LogRow::values).toList());
            var late = LogSearch.in(folder).find(query.atMost(limit).latest());
            assertEquals(wanted.size(), late.found());
            assertEquals(cut(wanted.reversed(), limit), late.rows().stream().map(LogRow::values).toList());
        }
    }

    private static List<List<String>> cut(List<Line> lines, int limit) {
        return lines.stream().limit(limit == 0 ? Long.MAX_VALUE : limit).map(Line::values).toList();
    }

    @Test
    void theSameLinesAreFound() {
        same(LogQuery.ALL, _ -> true);
        same(LogQuery.ALL.event("Send"), line -> line.get(LogField.EVENT_ID).equals("send"));
        same(LogQuery.ALL.event("a"), line -> line.get(LogField.EVENT_ID).equals("a"));
        same(LogQuery.ALL.source("SUBMIT").event("send"), line -> line.get(LogField.SOURCE).equals("submit") && line.get(LogField.EVENT_ID).equals("send"));
        same(LogQuery.ALL.subject("grö"), line -> line.get(LogField.MESSAGE_SUBJECT).contains("grö"));
        same(LogQuery.ALL.subject("板"), line -> line.get(LogField.MESSAGE_SUBJECT).contains("板"));
        same(LogQuery.ALL.subject("\"yes"), line -> line.get(LogField.MESSAGE_SUBJECT).contains("\"yes"));
        same(LogQuery.ALL.subject("r, N"), line -> line.get(LogField.MESSAGE_SUBJECT).contains("r, n"));
        same(LogQuery.ALL.subject("x".repeat(69)), line -> line.get(LogField.MESSAGE_SUBJECT).contains("x".repeat(69)));
        same(LogQuery.ALL.subject("--"), line -> line.get(LogField.MESSAGE_SUBJECT).contains("--"));
        same(LogQuery.ALL.subject("e"), line -> line.get(LogField.MESSAGE_SUBJECT).contains("e"));
        same(LogQuery.ALL.to(List.of("ben@buyer.example")), line -> List.of(line.get(LogField.RECIPIENT_ADDRESS).split(";")).contains("ben@buyer.example"));
        same(LogQuery.ALL.to(List.of("@lumitech", "13 dec")), line -> line.get(LogField.RECIPIENT_ADDRESS).contains("@lumitech") || line.get(LogField.RECIPIENT_ADDRESS).contains("13 dec"));
        same(LogQuery.ALL.from("ANNA@lumitech.example"), line -> List.of(line.get(LogField.SENDER_ADDRESS).split(";")).contains("anna@lumitech.example"));
        same(LogQuery.ALL.messageId("m1@X.example"), line -> line.get(LogField.MESSAGE_ID).replaceAll("[<>]", "").equals("m1@x.example"));
        var from = Instant.parse("2026-11-01T10:01:00Z");
        var to = Instant.parse("2026-11-02T10:02:00.500Z");
        same(LogQuery.ALL.between(from, to).event("send"), line -> line.get(LogField.EVENT_ID).equals("send") && !line.at().isBefore(from) && line.at().isBefore(to));
    }
}

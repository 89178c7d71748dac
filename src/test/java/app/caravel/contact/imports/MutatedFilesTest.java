package app.caravel.contact.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.Random;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;

import app.caravel.contact.Lists;
import app.caravel.reason.Problem;
import app.caravel.store.Database;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Whatever is done to a file, it is refused with a reason, or every row of it is accounted for. */
class MutatedFilesTest {

    private static final String GOOD = """
            Company,Contact Person,E-mail,Country,Phone,Note
            "Nordlicht; GmbH",Katrin Weber,k.weber@nordlicht.example,Germany,+49 40 5550 1870,"likes ""LED"" panels, a lot"
            宁波明辉,王小明,wang@minghui.example,中国,138 0013 8000,"two
            lines"
            Gulf Bright,Rashid Al Mansoori,r@gulf.example; s@gulf.example,UAE,,

            Hikari,佐藤 健,ken＠hikari.example,Japan,,x
            """;

    private static final Path FOLDER = folder();
    private static final Database DATABASE = Database.open(FOLDER.resolve("caravel.db"));
    private static final Importer IMPORTER = new Importer(DATABASE, new Lists(DATABASE, Clock.systemUTC()), Clock.systemUTC());

    private static Path folder() {
        try {
            return Files.createTempDirectory("mutated");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @AfterContainer
    static void close() {
        DATABASE.close();
    }

    @Property(tries = 300)
    void everyRowOfAMutatedFileIsAccountedFor(@ForAll long seed, @ForAll @IntRange(min = 1, max = 12) int changes) throws IOException {
        var random = new Random(seed);
        var bytes = GOOD.repeat(1 + random.nextInt(3)).getBytes(random.nextBoolean() ? StandardCharsets.UTF_8 : java.nio.charset.Charset.forName("GB18030"));
        for (int i = 0; i < changes; i++) {
            bytes = mutated(bytes, random);
        }
        var file = Files.write(FOLDER.resolve("mutated.csv"), bytes);
        ImportResult dry;
        try {
            dry = IMPORTER.check(file, ImportOptions.NOTICED, Progress.NONE).result();
        } catch (Problem problem) {
            return; // refused, with a reason
        }
        assertAccounted(dry, file);
        if (random.nextInt(4) == 0) {
            var real = IMPORTER.run(file, ImportOptions.NOTICED, "Mutated", Progress.NONE);
            assertAccounted(real, file);
            assertEquals(dry.rejects(), real.rejects());
        }
    }

    private static void assertAccounted(ImportResult result, Path file) throws IOException {
        assertEquals(result.read(), result.added() + result.merged() + result.rejected());
        assertEquals(result.rejected(), result.rejects().size());
        assertEquals(rowsBelowHeader(file), result.read() + result.blank());
    }

    private static long rowsBelowHeader(Path file) throws IOException {
        var source = Sources.of(file, ImportOptions.NOTICED);
        var layout = Layout.of(source, ImportOptions.NOTICED);
        long rows = 0;
        try (var table = source.open()) {
            table.expect(layout.columns().size());
            for (var row = table.next(); row != null; row = table.next()) {
                rows += layout.isAboveData(row) ? 0 : 1;
            }
        }
        return rows;
    }

    private static byte[] mutated(byte[] bytes, Random random) {
        if (bytes.length < 2) {
            return bytes;
        }
        int at = random.nextInt(bytes.length);
        return switch (random.nextInt(7)) {
            case 0 -> with(bytes, at, (byte) random.nextInt(256));
            case 1 -> with(bytes, at, (byte) 0);
            case 2 -> with(bytes, at, (byte) "\",;\t\n\r'".charAt(random.nextInt(7)));
            case 3 -> Arrays.copyOf(bytes, at);
            case 4 -> joined(Arrays.copyOf(bytes, at), ("\"" + "x".repeat(random.nextInt(5_000))).getBytes(StandardCharsets.UTF_8), Arrays.copyOfRange(bytes, at, bytes.length));
            case 5 -> joined(Arrays.copyOf(bytes, at), ",".repeat(random.nextInt(3_000)).getBytes(StandardCharsets.UTF_8), Arrays.copyOfRange(bytes, at, bytes.length));
            default -> joined(Arrays.copyOf(bytes, at), new byte[0], Arrays.copyOfRange(bytes, Math.min(bytes.length, at + random.nextInt(40)), bytes.length));
        };
    }

    private static byte[] with(byte[] bytes, int at, byte value) {
        var changed = bytes.clone();
        changed[at] = value;
        return changed;
    }

    private static byte[] joined(byte[]... parts) {
        var out = new java.io.ByteArrayOutputStream();
        for (var part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }
}

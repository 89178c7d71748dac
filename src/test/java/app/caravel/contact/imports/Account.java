package app.caravel.contact.imports;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;

import org.jspecify.annotations.Nullable;

import app.caravel.contact.Lists;
import app.caravel.reason.Problem;
import app.caravel.store.Database;
import app.caravel.texts.Texts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Whether an import accounts for a file: rows = read + blank, read = added + merged + rejected, each address that still stands
 * in the file is somewhere in what came of it; or it is refused with a sentence.
 */
public final class Account {

    /** @param reason the key of the sentence with which the file was refused, null where it was read */
    public record Outcome(@Nullable String reason, long read, long blank, long added, long merged, long rejected) {}

    private static final Pattern MARKER = Pattern.compile("(?<![\\p{L}\\p{N}.+_'-])mk\\d{4}@fair\\.example(?![\\p{L}\\p{N}.-])");

    private final Database database;
    private final Importer importer;

    public Account(Database database) {
        var clock = java.time.Clock.systemUTC();
        this.database = database;
        this.importer = new Importer(database, new Lists(database, clock), clock);
    }

    /** @param write whether the people are taken in too, and not only tried */
    public Outcome of(Path file, boolean write) throws IOException {
        ImportResult dry;
        try {
            importer.preview(file, ImportOptions.NOTICED);
            dry = importer.check(file, ImportOptions.NOTICED, Progress.NONE).result();
            holds(dry, file);
        } catch (Problem problem) {
            var reason = problem.reason();
            var sentence = Texts.in(Texts.Language.ENGLISH).get(reason);
            assertTrue(sentence.endsWith(".") && sentence.length() > 20 && !sentence.contains("{"), sentence);
            assertTrue(reason.key().startsWith("contacts.import-"), reason::key);
            assertNotEquals("contacts.import-io", reason.key(), () -> "the disk is not to blame: " + problem.getCause());
            return new Outcome(reason.key(), 0, 0, 0, 0, 0);
        }
        if (write) {
            var real = importer.run(file, ImportOptions.NOTICED, "Mutated", Progress.NONE);
            holds(real, file);
            assertEquals(dry.rejects(), real.rejects());
        }
        return new Outcome(null, dry.read(), dry.blank(), dry.added(), dry.merged(), dry.rejected());
    }

    private void holds(ImportResult result, Path file) throws IOException {
        assertFalse(result.cancelled());
        assertEquals(result.read(), result.added() + result.merged() + result.rejected());
        assertEquals(result.rejected(), result.rejects().size());
        var opened = Importer.Opened.of(file, ImportOptions.NOTICED);
        var seen = new StringBuilder();
        long rows = 0;
        boolean cut = false;
        try (var table = opened.source().open()) {
            table.expect(opened.layout().columns().size());
            for (var row = table.next(); row != null; row = table.next()) {
                rows += opened.layout().isAboveData(row) ? 0 : 1;
                seen.append(opened.layout().isAboveData(row) ? row.text() : "").append('\n');
                cut |= !row.whole();
            }
        }
        assertEquals(rows, result.read() + result.blank());
        var drafts = new Drafts();
        new ImportRun(file, opened, drafts, Progress.NONE, new MergedAway(database)).result();
        assertEquals(result.read(), drafts.all.size());
        drafts.all.forEach(draft -> seen.append(said(draft)).append('\n'));
        if (!cut) {
            var lost = new LinkedHashSet<>(markers(text(file, opened.source())));
            lost.removeAll(markers(seen.toString()));
            assertEquals(Set.of(), lost, "lost without a word");
        }
    }

    private static String said(Draft draft) {
        return draft instanceof Draft.Rejected(var reject) ? reject.text() : draft.toString().replaceAll("[\\[\\]=(),\\\\]", "\n");
    }

    private static String text(Path file, Source source) throws IOException {
        return switch (source) {
            case CsvSource csv -> all(file, csv.encoding());
            case JsonSource json -> all(file, json.encoding());
            case VCardSource cards -> all(file, cards.encoding()).replaceAll("(\r\n|\r|\n)[ \t]", ""); // a folded line is one: an address may go on in it
            case MarkupSource _, XlsSource _ -> "";
            case XlsxSource _ -> {
                try (var zip = new ZipFile(file.toFile())) {
                    var part = zip.getEntry(GoodFiles.SHEET);
                    yield part == null ? "" : new String(zip.getInputStream(part).readAllBytes(), StandardCharsets.UTF_8);
                }
            }
        };
    }

    private static String all(Path file, Encoding encoding) throws IOException {
        try (var reader = TextFile.reader(file, encoding)) {
            return reader.readAllAsString();
        }
    }

    private static List<String> markers(String text) {
        return MARKER.matcher(text).results().map(found -> found.group()).toList();
    }

    /** Keeps what was read. */
    private static final class Drafts implements ImportTarget {
        private final List<Draft> all = new ArrayList<>();

        @Override
        public void take(List<Draft> batch) {
            all.addAll(batch);
        }

        @Override
        public Taken finish(Tally read, Notices notices, BooleanSupplier goesOn) {
            return new Taken(0, 0);
        }

        @Override
        public long importId() {
            return 0;
        }

        @Override
        public void close() {}
    }

    /** The kinds of file, each with its own ways to be bad. */
    public enum Kind {
        CSV, JSON, VCARD, XLSX, XLS;

        /** A file of this kind, good but for up to twelve changes. */
        public byte[] mutant(Random random) throws IOException {
            int rows = 1 + random.nextInt(15);
            var bytes = switch (this) {
                case CSV -> GoodFiles.csv(random, rows);
                case JSON -> GoodFiles.json(rows);
                case VCARD -> random.nextInt(40) == 0 ? Mutations.nested(1 + random.nextInt(10_000), random.nextBoolean()) : GoodFiles.cards(random, rows);
                case XLSX -> workbook(random, rows);
                case XLS -> GoodFiles.xls(rows);
            };
            for (int i = this == XLSX ? random.nextInt(8) : random.nextInt(12); i > 0; i--) {
                bytes = this == XLSX && random.nextInt(4) > 0 ? bytes : Mutations.mutated(bytes, random);
            }
            return bytes;
        }

        private static byte[] workbook(Random random, int rows) throws IOException {
            if (random.nextInt(200) == 0) {
                return Mutations.bomb(20, random.nextBoolean());
            }
            var parts = GoodFiles.workbook(rows, random.nextBoolean());
            if (random.nextBoolean()) {
                Mutations.lie(parts, random);
            } else {
                var names = List.copyOf(parts.keySet());
                var name = random.nextInt(3) == 0 ? names.get(random.nextInt(names.size())) : GoodFiles.SHEET;
                parts.put(name, Mutations.mutated(Objects.requireNonNull(parts.get(name)), random));
            }
            var zip = GoodFiles.zip(parts, random.nextBoolean());
            return random.nextInt(20) == 0 ? Mutations.withFalseSizes(zip) : zip;
        }
    }

    /** Writes the file of one seed. */
    public static Path file(Path folder, Kind kind, long seed) throws IOException {
        return Files.write(folder.resolve("mutated." + kind.name().toLowerCase(Locale.ROOT)), kind.mutant(new Random(seed)));
    }
}

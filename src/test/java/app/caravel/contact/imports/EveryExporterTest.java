package app.caravel.contact.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import app.caravel.contact.Contact;
import app.caravel.contact.Contacts;
import app.caravel.contact.Filter;
import app.caravel.contact.Lists;
import app.caravel.store.Database;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** A file of 60 made-up people with the column names of each exporter ({@code exporters.txt}) comes in whole. */
class EveryExporterTest {

    @TempDir
    Path folder;

    /**
     * @param above lines above the column names
     * @param filled column -> what stands in it, with fields of a person in braces
     */
    record Exporter(String title, Charset charset, String people, String separator, List<String> above, List<String> columns, Map<String, String> filled) {

        String text() {
            var text = new StringBuilder(charset.name().startsWith("UTF-16") ? "\uFEFF" : "");
            above.forEach(line -> text.append(line).append("\r\n"));
            text.append(line(columns));
            for (var person : SixtyPeople.of(people)) {
                text.append(line(columns.stream().map(column -> person.in(filled.getOrDefault(column, ""))).toList()));
            }
            return text.toString();
        }

        private String line(List<String> cells) {
            return cells.stream().map(cell -> cell.contains(separator) || cell.contains("\"") ? '"' + cell.replace("\"", "\"\"") + '"' : cell).collect(Collectors.joining(separator)) + "\r\n";
        }
    }

    static Stream<Named<Exporter>> exporters() {
        try {
            var blocks = Files.readString(Path.of("src/test/resources/app/caravel/contact/imports/exporters.txt"), StandardCharsets.UTF_8).split("\n\\[");
            return Arrays.stream(blocks).skip(1).map(EveryExporterTest::exporter).map(exporter -> Named.of(exporter.title(), exporter));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Exporter exporter(String block) {
        var lines = block.strip().lines().toList();
        var first = lines.getFirst();
        var how = first.substring(first.indexOf(']') + 1).strip().split(" ");
        var above = lines.stream().filter(line -> line.startsWith("<")).map(line -> line.substring(1)).toList();
        var header = lines.get(1 + above.size());
        var filled = new HashMap<String, String>();
        for (var each : lines.getLast().split("\\|")) {
            filled.put(each.substring(0, each.indexOf('=')), each.substring(each.indexOf('=') + 1));
        }
        var columns = List.of(header.split(header.indexOf(';') > 0 ? ";" : ","));
        for (var column : filled.keySet()) {
            assertEquals(true, columns.contains(column), first + ": " + column);
        }
        var separator = how.length > 2 ? how[2].replace("\\t", "\t") : header.indexOf(';') > 0 ? ";" : ",";
        return new Exporter(first.substring(0, first.indexOf(']')), Charset.forName(how[0]), how[1], separator, above, columns, filled);
    }

    @ParameterizedTest
    @MethodSource("exporters")
    void sixtyOfSixtyComeInWithNameAndCompany(Exporter exporter) throws Exception {
        var file = Files.write(folder.resolve("list.csv"), exporter.text().getBytes(exporter.charset()));
        try (var database = Database.open(folder.resolve("caravel.db"))) {
            var result = new Importer(database, new Lists(database, Clock.systemUTC()), Clock.systemUTC()).run(file, ImportOptions.NOTICED, "L", Progress.NONE);
            assertEquals(60, result.added(), String.valueOf(result.rejects()));
            assertEquals(60, result.read());
            var found = new ArrayList<Contact>();
            new Contacts(database).forEach(Filter.EVERYONE, found::add);
            var people = SixtyPeople.of(exporter.people());
            assertEquals(people.stream().map(person -> person.address() + "|" + person.name() + "|" + person.company()).sorted().collect(Collectors.joining("\n")),
                    found.stream().map(contact -> contact.address().canonical() + "|" + contact.name() + "|" + contact.company()).sorted().collect(Collectors.joining("\n")));
            if (exporter.filled().containsValue("{country}")) {
                assertEquals(people.stream().map(SixtyPeople::code).sorted().toList(), found.stream().map(Contact::country).sorted().toList());
            }
            var phones = found.stream().filter(contact -> contact.phone() != null).count();
            assertEquals(exporter.filled().values().stream().anyMatch(value -> value.contains("{phone}")) ? 60 : 0, phones, () -> found.getFirst().toString());
            var others = found.stream().filter(contact -> !contact.otherAddresses().isEmpty()).count();
            assertEquals(exporter.filled().values().stream().anyMatch(value -> value.contains("{other}")) ? 60 : 0, others, () -> found.getFirst().toString());
        }
    }
}

package app.caravel.contact.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

import de.siegmar.fastcsv.writer.CsvWriter;

import app.caravel.reason.Problem;
import app.caravel.reason.Reason;
import app.caravel.store.Disk;

/**
 * What was pasted as a file, so that it goes the way of every other one. It lies where only this user reads, under the name
 * that the history shall show, and goes as soon as it is closed, at the latest when the program ends.
 */
public record PastedFile(Path file, String text) implements AutoCloseable {

    /** Columns that become attributes, as those of a vCard are called. */
    public static final String WEBSITE = "Website";
    public static final String POSTAL = "Postal address";
    public static final String NOTE = "Note";
    public static final String OTHER_PHONES = "Other phones";

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /** Rows as they were pasted; the name gets the ending that fits. */
    public static PastedFile rows(String text, String name) {
        return of(text, name + "." + Pasted.ending(text), text);
    }

    /**
     * One person as a row with its column names.
     *
     * @param text what he was read from
     */
    public static PastedFile person(Person person, String name, String text) {
        var columns = new LinkedHashMap<String, String>();
        columns.put("E-mail", person.address());
        columns.put("Full name", person.name());
        columns.put("Job title", person.role());
        columns.put("Company", person.company());
        var phones = person.phones().lines().flatMap(line -> List.of(line.split("[,;，；]")).stream()).map(String::strip).filter(each -> !each.isEmpty()).toList();
        columns.put("Phone", phones.isEmpty() ? "" : phones.getFirst());
        columns.put("Country", person.country());
        columns.put("City", person.city());
        columns.put(OTHER_PHONES, String.join("\n", phones.subList(Math.min(1, phones.size()), phones.size())));
        columns.put(WEBSITE, person.site());
        columns.put(POSTAL, person.postal());
        columns.put(NOTE, person.note());
        columns.values().removeIf(String::isBlank);
        var rows = new StringWriter();
        try (var csv = CsvWriter.builder().build(rows)) {
            csv.writeRecord(new ArrayList<>(columns.keySet())).writeRecord(new ArrayList<>(columns.values()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return of(rows.toString(), name + ".csv", text);
    }

    /** What a person left in the form, each as written. */
    public record Person(String address, String name, String role, String company, String phones, String country, String city, String site, String postal, String note) {}

    /** A stream to its end, e.g. that of a command. Its bytes are kept: the encoding is noticed as in any file. */
    public static PastedFile of(InputStream in, String name) {
        var file = place(name);
        return written(new PastedFile(file, ""), () -> Files.copy(in, file));
    }

    private static PastedFile of(String content, String name, String text) {
        var file = place(name);
        return written(new PastedFile(file, text), () -> Files.writeString(file, content.startsWith(String.valueOf(BYTE_ORDER_MARK)) ? content : BYTE_ORDER_MARK + content, StandardCharsets.UTF_8));
    }

    private interface Writing {
        void run() throws IOException;
    }

    /** Half a file is none. */
    private static PastedFile written(PastedFile pasted, Writing writing) {
        try {
            writing.run();
            return pasted;
        } catch (IOException e) {
            var problem = problem(e, pasted.file); // before the room is given back
            pasted.close();
            throw problem;
        }
    }

    private static Problem problem(IOException error, Path file) {
        var folder = file.toAbsolutePath().getParent();
        return new Problem(Reason.of(Disk.isFull(error, file.toAbsolutePath()) ? "contacts.paste-temporary-full" : "contacts.paste-temporary", "folder", String.valueOf(folder == null ? file : folder.getParent())), error);
    }

    private static Path place(String name) {
        try {
            var folder = Files.createTempDirectory("caravel-pasted");
            var file = folder.resolve(name.replaceAll("[\\\\/:*?\"<>|]", "."));
            folder.toFile().deleteOnExit();
            file.toFile().deleteOnExit(); // the last one named goes first
            return file;
        } catch (IOException e) {
            var temporary = Path.of(System.getProperty("java.io.tmpdir"));
            throw problem(e, temporary.resolve("caravel-pasted").resolve(name));
        }
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(file);
            Files.deleteIfExists(file.toAbsolutePath().getParent());
        } catch (IOException e) {
            System.getLogger(PastedFile.class.getName()).log(System.Logger.Level.DEBUG, "it goes when the program ends", e);
        }
    }
}

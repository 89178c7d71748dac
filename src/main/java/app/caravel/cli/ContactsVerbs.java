package app.caravel.cli;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

import app.caravel.contact.imports.Field;
import app.caravel.contact.imports.Forecast;
import app.caravel.contact.imports.ImportOptions;
import app.caravel.contact.imports.ImportResult;
import app.caravel.contact.imports.MergePolicy;
import app.caravel.contact.imports.PastedFile;
import app.caravel.contact.imports.Progress;
import app.caravel.contact.imports.Target;
import app.caravel.texts.Texts;
import app.caravel.workspace.Workspace;

/** {@code contacts}: people in, people out, and who must not be written to. */
@Command(
        name = "contacts",
        description = "Contacts: import, undo, export, suppress.")
public final class ContactsVerbs extends VerbGroup {

    @Command(name = "import", description = "Imports a CSV, an Excel workbook (.xlsx, .xls) or vCards, with - what comes through the standard input; every row is accounted for.")
    static final class Import implements Callable<Integer> {
        @Mixin
        Options options;

        @Parameters(paramLabel = "FILE")
        Path file;

        @Option(names = "--list", required = true, paramLabel = "L", description = "The list they come into, made where it is missing.")
        String list;

        @Option(names = "--map", paramLabel = "FIELD=COLUMN", description = "What a column becomes, by its header; may be repeated.")
        Map<String, String> map = Map.of();

        @Option(names = "--encoding", paramLabel = "E", description = "The encoding (default: noticed).")
        @Nullable String encoding;

        @Option(names = "--sheet", paramLabel = "S", description = "The sheet (default: the first).")
        @Nullable String sheet;

        @Option(names = "--merge", paramLabel = "fill|overwrite|skip", converter = Policy.class, description = "People who are known: fill their empty fields (default), overwrite what the file says, or skip them.")
        MergePolicy merge = MergePolicy.FILL;

        @Option(names = "--dry-run", description = "Says what would happen and writes nothing.")
        boolean dryRun;

        @Option(names = "--rejects", paramLabel = "FILE", description = "Also write the rejected rows, in the file's own form.")
        @Nullable Path rejects;

        @Override
        public Integer call() {
            // - means what comes through the standard input, in whatever form a file could have
            try (var piped = file.toString().equals("-") ? PastedFile.of(System.in, "standard input") : null) {
                return importing(piped == null ? file : piped.file());
            }
        }

        private Integer importing(Path file) {
            var said = ImportOptions.NOTICED.withNamed(new HashMap<>(map)).withEncoding(encoding).withSheet(sheet).withMerge(merge);
            // a dry run makes no home: in none everybody would be new
            try (var nowhere = dryRun && !options.home().exists() ? TemporaryHome.make() : null; var workspace = nowhere == null ? options.open() : nowhere.open()) {
                var how = asLastTime(workspace, file, said);
                var forecast = dryRun ? workspace.importer().check(file, how, Progress.NONE) : null;
                var result = forecast == null ? workspace.importer().run(file, how, list, Progress.NONE) : forecast.result();
                if (rejects != null) {
                    workspace.importer().saveRejects(file, how, result.rejects(), rejects);
                }
                tell(result, forecast);
                if (result.rejected() > 0 && result.rejected() == result.read() && !workspace.importer().preview(file, how).hasAddressColumn()) {
                    options.err().println("caravel: " + Texts.in(Texts.Language.ENGLISH).get("contacts.import-no-address-column", "file", String.valueOf(file.getFileName())));
                }
            }
            return 0;
        }

        /** Columns that were chosen in the window for a file like this one are taken over, unless something is said here. */
        private ImportOptions asLastTime(Workspace workspace, Path from, ImportOptions how) {
            if (!map.isEmpty()) {
                return how;
            }
            var preview = workspace.importer().preview(from, how);
            var last = workspace.importer().lastTime(preview);
            var read = preview.encoding() == null ? how : how.withEncoding(preview.encoding().name()); // noticed once: it takes the whole file
            last.ifPresent(each -> options.err().println("caravel: " + Texts.in(Texts.Language.ENGLISH).get("cli.columns-as-last-time", "time", each.at().toString())));
            return last.map(each -> read.withChosen(each.chosen())).orElse(read);
        }

        private void tell(ImportResult result, @Nullable Forecast forecast) {
            var texts = Texts.in(Texts.Language.ENGLISH);
            if (!options.json()) {
                options.out().printf("%,d rows read: %,d added, %,d merged, %,d rejected%n", result.read(), result.added(), result.merged(), result.rejected());
                if (forecast != null) {
                    options.out().printf("%,d known people would change%n", forecast.changed());
                    forecast.changing().stream().limit(20).forEach(merge -> options.out().printf("  %s: %s%n", merge.address(),
                            merge.changes().stream().map(change -> "%s %s -> %s".formatted(field(change), shown(change.before()), shown(change.after()))).collect(Collectors.joining(", "))));
                }
                result.rejects().stream().limit(20).forEach(row -> options.out().printf("  line %d: %s%n", row.line(), texts.get(row.reason())));
                return;
            }
            var row = new LinkedHashMap<String, @Nullable Object>();
            row.put("import", result.importId());
            row.put("read", result.read());
            row.put("blank", result.blank());
            row.put("added", result.added());
            row.put("merged", result.merged());
            row.put("rejected", result.rejected());
            row.put("encoding", result.encoding());
            row.put("rejects", result.rejects().stream().map(reject -> {
                var line = new LinkedHashMap<String, Object>();
                line.put("line", reject.line());
                line.put("reason", texts.get(reject.reason()));
                line.put("text", reject.text());
                return line;
            }).toList());
            if (forecast != null) {
                row.put("changed", forecast.changed());
                row.put("changes", forecast.changing().stream().flatMap(merge -> merge.changes().stream().map(change -> change(merge, change))).toList());
            }
            options.print(row);
        }

        private static Map<String, @Nullable Object> change(Forecast.Merge merge, Forecast.Change change) {
            var row = new LinkedHashMap<String, @Nullable Object>();
            row.put("address", merge.address());
            row.put("field", field(change));
            row.put("before", change.before());
            row.put("after", change.after());
            return row;
        }

        private static String field(Forecast.Change change) {
            return switch (change.what()) {
                case Target.Own(var field) -> field == Field.OTHER_ADDRESS ? "other_addresses" : field.key();
                case Target.Attribute(var name) -> name;
                case Target.LeftOut() -> "";
            };
        }

        private static String shown(@Nullable String value) {
            return value == null ? "(empty)" : value;
        }

        /** As the person writes it. */
        static final class Policy implements ITypeConverter<MergePolicy> {
            @Override
            public MergePolicy convert(String value) {
                return MergePolicy.ofKey(value).orElseThrow(() -> new TypeConversionException("expected fill, overwrite or skip, not \"" + value + "\""));
            }
        }
    }

    @Command(name = "export", description = "Writes the people of a list or segment to a .csv, .xlsx, .vcf or .json file.")
    static final class Export implements Callable<Integer> {
        @Mixin
        Options options;

        @ArgGroup(multiplicity = "1")
        Of of;

        @Parameters(paramLabel = "FILE")
        Path file;

        @Option(names = "--columns", paramLabel = "C", split = ",", description = "Which columns, in this order: fields, and attributes by their header (default: all usual ones).")
        @Nullable List<String> columns;

        /** One of them. */
        static final class Of {
            @Option(names = "--list", required = true, paramLabel = "L", description = "The list.")
            @Nullable String list;

            @Option(names = "--segment", required = true, paramLabel = "S", description = "The segment, as of now.")
            @Nullable String segment;
        }

        @Override
        public Integer call() {
            try (var workspace = options.openExisting()) {
                if (of.segment != null) {
                    var found = workspace.segments().get(of.segment);
                    tell("segment", found.name(), workspace.contactExport().write(workspace.segments().filter(found.query()), file, columns));
                } else if (of.list != null) {
                    var found = workspace.lists().get(of.list);
                    tell("list", found.name(), workspace.contactExport().write(found.id(), file, columns));
                }
            }
            return 0;
        }

        private void tell(String kind, String name, int people) {
            if (options.json()) {
                options.print(Map.of(kind, name, "people", people, "file", file.toString()));
            } else {
                options.out().printf("%,d people written to %s%n", people, file);
            }
        }
    }

    @Command(name = "undo", description = "Takes an import back as a whole, as far as nothing newer depends on it, and says what it leaves.")
    static final class Undo implements Callable<Integer> {
        @Mixin
        Options options;

        @Parameters(paramLabel = "IMPORT", description = "The import's number, as \"contacts import --json\" gives it.")
        long id;

        @Override
        public Integer call() {
            try (var workspace = options.openExisting()) {
                var undone = workspace.importer().undo(id);
                if (options.json()) {
                    options.print(Map.of("import", id, "removed", undone.removed(), "restored", undone.restored(), "left", undone.left()));
                } else {
                    options.out().printf("%,d people removed, %,d as they were before, %,d left because something newer depends on them%n",
                            undone.removed(), undone.restored(), undone.left());
                }
            }
            return 0;
        }
    }
}

package app.caravel.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import app.caravel.texts.Texts;

/** {@code products}: the exporter's catalogue. */
@Command(name = "products", description = "Products: import a price list and their pictures.")
public final class ProductVerbs extends VerbGroup {

    @Command(name = "import", description = "Reads a price list; a number that is known is brought up to date.")
    static final class Import implements Callable<Integer> {
        @Mixin
        Options options;

        @Parameters(paramLabel = "FILE", description = "CSV, Excel, or what else holds a table.")
        Path file;

        @Option(names = "--pictures", paramLabel = "DIR", description = "A folder of pictures named by item numbers.")
        @Nullable Path pictures;

        @Override
        public Integer call() {
            try (var workspace = options.open()) {
                var imported = workspace.products().take(file);
                var texts = Texts.in(Texts.Language.ENGLISH);
                var pictured = pictures == null ? null : workspace.products().takePictures(pictures);
                if (options.json()) {
                    var row = new LinkedHashMap<String, Object>();
                    row.put("import", imported.id());
                    row.put("read", imported.read());
                    row.put("added", imported.added());
                    row.put("changed", imported.changed());
                    row.put("same", imported.same());
                    row.put("rejected", imported.rejected().size());
                    row.put("rejects", imported.rejected().stream().map(rejected -> {
                        var reject = new LinkedHashMap<String, Object>();
                        reject.put("line", rejected.line());
                        reject.put("reason", texts.get(rejected.reason()));
                        reject.put("text", rejected.text());
                        return reject;
                    }).toList());
                    row.put("pictures", pictured == null ? 0 : pictured.taken());
                    options.print(row);
                } else {
                    options.out().printf("%,d rows: %,d added, %,d changed, %,d the same, %,d rejected%n", imported.read(), imported.added(), imported.changed(), imported.same(), imported.rejected().size());
                    imported.rejected().forEach(rejected -> options.err().println("line " + rejected.line() + ": " + texts.get(rejected.reason())));
                    if (pictured != null) {
                        options.out().printf("%,d products got a picture%n", pictured.taken());
                        pictured.unmatched().forEach(name -> options.err().println(name + ": no such item"));
                        pictured.unreadable().forEach(name -> options.err().println(name + ": no picture"));
                    }
                }
            }
            return 0;
        }
    }
}

package app.caravel.desktop.contacts;

import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;

import org.jspecify.annotations.Nullable;

import app.caravel.contact.imports.Column;
import app.caravel.contact.imports.ImportOptions;
import app.caravel.contact.imports.Importer;
import app.caravel.contact.imports.MergePolicy;
import app.caravel.contact.imports.Preview;
import app.caravel.contact.imports.Target;
import app.caravel.desktop.kit.Background;
import app.caravel.desktop.kit.Load;

/** How a file is read: as it was noticed, as it was said of the last one like it, or as the person says now. */
final class ImportReading {

    /**
     * A file as it is read now.
     *
     * @param asLastTime when the columns were said that are taken over from the last file like this one; null where none are
     */
    record Outlook(Preview preview, @Nullable Instant asLastTime) {}

    /** Which of the first rows is shown as it would become, from 0. */
    final IntegerProperty row = new SimpleIntegerProperty();
    private final Importer importer;
    private final Load<Outlook> outlook;
    private final Runnable anew;
    private @Nullable Path file;
    private ImportOptions options = ImportOptions.NOTICED;
    private boolean namesWereNoticed = true;

    /** @param anew called when the file is about to be read in another way: what was found by the earlier one is void */
    ImportReading(Importer importer, Background background, Runnable anew) {
        this.importer = importer;
        this.outlook = new Load<>(background);
        this.anew = anew;
        outlook.state().addListener((_, _, now) -> {
            if (now instanceof Load.Ready<Outlook>(var read) && read.asLastTime() != null) {
                options = read.preview().options();
            }
        });
    }

    Load<Outlook> outlook() {
        return outlook;
    }

    ImportOptions options() {
        return options;
    }

    /** Null while none is chosen. */
    @Nullable Path file() {
        return file;
    }

    void forget() {
        file = null;
    }

    /** Another file, of which nothing is known yet. */
    void take(Path chosen, MergePolicy merge) {
        file = chosen;
        options = ImportOptions.NOTICED.withMerge(merge);
        namesWereNoticed = true;
        row.set(0);
        outlook.clear();
    }

    /** Reads it as it is noticed, or as a person said of the last file like it. */
    void begin() {
        var chosen = file;
        var how = options;
        if (chosen == null) {
            return;
        }
        outlook.from(() -> {
            var noticed = importer.preview(chosen, how);
            var last = importer.lastTime(noticed);
            return last.isEmpty() ? new Outlook(noticed, null) : new Outlook(importer.preview(chosen, how.withChosen(last.get().chosen())), last.get().at());
        });
    }

    /** Says what becomes of people who are known already; the file is read as before. */
    void mergeBy(MergePolicy policy) {
        options = options.withMerge(policy);
    }

    /** Reads the file in another encoding. */
    void readAs(String encoding) {
        anotherWay(options.withEncoding(encoding));
    }

    /** Takes another character between the cells. */
    void separateBy(char separator) {
        anotherWay(options.withSeparator(separator));
    }

    /** Takes another sheet of the workbook. */
    void takeSheet(String sheet) {
        anotherWay(options.withSheet(sheet).withHeaderLine(null));
    }

    /** Says whether the first row holds the names of the columns, or a person. */
    void firstRowIsNames(boolean names) {
        var shown = outlook.value();
        if (shown != null && options.headerLine() == null) {
            namesWereNoticed = shown.preview().headerLine() > 0;
        }
        anotherWay(options.withHeaderLine(names ? namesWereNoticed ? null : Integer.valueOf(1) : Integer.valueOf(0)));
    }

    /** Forgets what a person said of the file. */
    void asNoticed() {
        anotherWay(ImportOptions.NOTICED.withMerge(options.merge()));
    }

    /** Whether a person said how the file is to be read. */
    boolean wasCorrected() {
        return !options.withMerge(MergePolicy.FILL).equals(ImportOptions.NOTICED);
    }

    private void anotherWay(ImportOptions how) {
        options = how.withChosen(Map.of());
        row.set(0);
        again();
    }

    /** Says what a column becomes. */
    void become(Column column, Target target) {
        var chosen = new HashMap<>(options.chosen());
        chosen.put(column.index(), target);
        options = options.withChosen(chosen);
        again();
    }

    /** Reads the same file once more: it may have been closed or mended meanwhile. */
    void again() {
        var wanted = file;
        var how = options;
        if (wanted != null) {
            anew.run();
            outlook.from(() -> new Outlook(importer.preview(wanted, how), null));
        }
    }
}

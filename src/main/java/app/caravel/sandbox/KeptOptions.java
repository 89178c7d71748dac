package app.caravel.sandbox;

import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import app.caravel.contact.imports.Field;
import app.caravel.contact.imports.ImportOptions;
import app.caravel.contact.imports.MergePolicy;
import app.caravel.contact.imports.Target;

/**
 * What a person said about a file, as JSON can keep it.
 *
 * @param chosen column, from 0 -> {@code field:KEY}, {@code attribute:NAME} or {@code left-out}
 */
record KeptOptions(Map<String, String> named, Map<Integer, String> chosen, @Nullable String encoding, @Nullable String sheet, @Nullable Character separator,
        @Nullable Integer headerLine, @Nullable MergePolicy merge) {

    private static final String FIELD = "field:";
    private static final String ATTRIBUTE = "attribute:";

    static KeptOptions of(ImportOptions options) {
        var chosen = new TreeMap<Integer, String>();
        options.chosen().forEach((column, target) -> chosen.put(column, switch (target) {
            case Target.Own(var field) -> FIELD + field.name();
            case Target.Attribute(var name) -> ATTRIBUTE + name;
            case Target.LeftOut() -> "left-out";
        }));
        return new KeptOptions(options.named(), chosen, options.encoding(), options.sheet(), options.separator(), options.headerLine(), options.merge());
    }

    ImportOptions options() {
        var targets = new TreeMap<Integer, Target>();
        chosen.forEach((column, target) -> targets.put(column, target.startsWith(FIELD) ? Target.of(Field.valueOf(target.substring(FIELD.length())))
                : target.startsWith(ATTRIBUTE) ? new Target.Attribute(target.substring(ATTRIBUTE.length())) : Target.LEFT_OUT));
        return new ImportOptions(named, targets, encoding, sheet, separator, headerLine, merge == null ? MergePolicy.FILL : merge);
    }
}

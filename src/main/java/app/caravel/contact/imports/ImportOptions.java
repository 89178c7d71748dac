package app.caravel.contact.imports;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What a person says about a file; what he leaves open is noticed.
 *
 * @param named field -> column, by its header or its number from 1; a field that is none of ours becomes an attribute of
 *     that name; an empty column: the field is not filled
 * @param chosen column, from 0 -> what it becomes; wins over {@code named}
 * @param headerLine line of the column names from 1; 0: the file has none
 * @param merge what becomes of people who are known already
 */
public record ImportOptions(
        Map<String, String> named,
        Map<Integer, Target> chosen,
        @Nullable String encoding,
        @Nullable String sheet,
        @Nullable Character separator,
        @Nullable Integer headerLine,
        MergePolicy merge) {

    public static final ImportOptions NOTICED = new ImportOptions(Map.of(), Map.of(), null, null, null, null, MergePolicy.FILL);

    public ImportOptions {
        named = Map.copyOf(named);
        chosen = Map.copyOf(chosen);
    }

    public ImportOptions withNamed(Map<String, String> fieldsToColumns) {
        return new ImportOptions(fieldsToColumns, chosen, encoding, sheet, separator, headerLine, merge);
    }

    public ImportOptions withChosen(Map<Integer, Target> columnsToTargets) {
        return new ImportOptions(named, columnsToTargets, encoding, sheet, separator, headerLine, merge);
    }

    public ImportOptions withEncoding(@Nullable String name) {
        return new ImportOptions(named, chosen, name, sheet, separator, headerLine, merge);
    }

    public ImportOptions withSheet(@Nullable String name) {
        return new ImportOptions(named, chosen, encoding, name, separator, headerLine, merge);
    }

    public ImportOptions withSeparator(@Nullable Character character) {
        return new ImportOptions(named, chosen, encoding, sheet, character, headerLine, merge);
    }

    public ImportOptions withHeaderLine(@Nullable Integer line) {
        return new ImportOptions(named, chosen, encoding, sheet, separator, line, merge);
    }

    public ImportOptions withMerge(MergePolicy policy) {
        return new ImportOptions(named, chosen, encoding, sheet, separator, headerLine, policy);
    }
}

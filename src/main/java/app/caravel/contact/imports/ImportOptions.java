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
 */
public record ImportOptions(
        Map<String, String> named,
        Map<Integer, Target> chosen,
        @Nullable String encoding,
        @Nullable String sheet,
        @Nullable Character separator,
        @Nullable Integer headerLine) {

    public static final ImportOptions NOTICED = new ImportOptions(Map.of(), Map.of(), null, null, null, null);

    public ImportOptions {
        named = Map.copyOf(named);
        chosen = Map.copyOf(chosen);
    }

    public ImportOptions withNamed(Map<String, String> fieldsToColumns) {
        return new ImportOptions(fieldsToColumns, chosen, encoding, sheet, separator, headerLine);
    }

    public ImportOptions withChosen(Map<Integer, Target> columnsToTargets) {
        return new ImportOptions(named, columnsToTargets, encoding, sheet, separator, headerLine);
    }

    public ImportOptions withEncoding(@Nullable String name) {
        return new ImportOptions(named, chosen, name, sheet, separator, headerLine);
    }

    public ImportOptions withSheet(@Nullable String name) {
        return new ImportOptions(named, chosen, encoding, name, separator, headerLine);
    }

    public ImportOptions withSeparator(@Nullable Character character) {
        return new ImportOptions(named, chosen, encoding, sheet, character, headerLine);
    }

    public ImportOptions withHeaderLine(@Nullable Integer line) {
        return new ImportOptions(named, chosen, encoding, sheet, separator, line);
    }
}

package app.caravel.desktop.compose;

import java.util.ArrayList;
import java.util.List;

import tools.jackson.core.type.TypeReference;

import app.caravel.content.design.Chips;
import app.caravel.store.Json;

/** A table's cells between the canvas and its block: lines of cells with tabs between. */
final class CanvasCells {

    private CanvasCells() {}

    /** @param json a list of rows, each a list of its cells' HTML */
    static String rows(String json) {
        var rows = new ArrayList<String>();
        for (var row : Json.read(json, new TypeReference<List<List<String>>>() {})) {
            rows.add(String.join("\t", row.stream().map(Chips::text).toList()));
        }
        return String.join("\n", rows);
    }

    static String withRow(String rows) {
        var first = rows.lines().findFirst().orElse("");
        return rows + "\n" + "\t".repeat((int) first.chars().filter(c -> c == '\t').count());
    }

    static String withoutRow(String rows) {
        int last = rows.lastIndexOf('\n');
        return last < 0 ? rows : rows.substring(0, last);
    }

    static String withColumn(String rows) {
        return String.join("\n", rows.split("\n", -1)).replace("\n", "\t\n") + "\t";
    }

    static String withoutColumn(String rows) {
        var kept = new ArrayList<String>();
        for (var row : rows.split("\n", -1)) {
            int last = row.lastIndexOf('\t');
            kept.add(last < 0 ? row : row.substring(0, last));
        }
        return String.join("\n", kept);
    }
}

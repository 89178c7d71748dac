package app.caravel.contact.imports;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.jdbi.v3.core.Jdbi;

import app.caravel.store.Database;
import app.caravel.store.Json;

/**
 * What a person said of the columns of a file, for the next file of the same shape: the same column names in whatever order,
 * case and punctuation. Files without column names have no shape.
 */
final class RememberedColumns {

    private static final String FIELD = "field:";
    private static final String ATTRIBUTE = "attribute:";
    private static final String NONE = "none";

    private final Jdbi db;

    RememberedColumns(Database database) {
        this.db = database.jdbi();
    }

    /** Keeps what was chosen; whoever went back to what was noticed is not reminded again. */
    void keep(Layout layout, ImportOptions options, Instant at) {
        if (layout.header() == null || !options.named().isEmpty()) {
            return;
        }
        var said = new LinkedHashMap<String, String>();
        layout.columns().stream().filter(column -> options.chosen().containsKey(column.index())).forEach(column -> said.put(column.header(), text(column.target())));
        db.useHandle(h -> {
            if (said.isEmpty()) {
                h.createUpdate("DELETE FROM remembered_columns WHERE shape = :shape").bind("shape", shape(layout.columns())).execute();
            } else {
                h.createUpdate("INSERT OR REPLACE INTO remembered_columns (shape, columns, at) VALUES (:shape, :columns, :at)").bind("shape", shape(layout.columns()))
                        .bind("columns", Json.write(said)).bind("at", at.toEpochMilli()).execute();
            }
        });
    }

    /** What was said of the last file of this shape. */
    Optional<Importer.LastTime> of(List<Column> columns, long headerLine) {
        if (headerLine == 0) {
            return Optional.empty();
        }
        return db.withHandle(h -> h.createQuery("SELECT columns, at FROM remembered_columns WHERE shape = :shape").bind("shape", shape(columns))
                .map((row, _) -> new Importer.LastTime(chosen(columns, Json.strings(row.getString("columns"))), Instant.ofEpochMilli(row.getLong("at")))).findOne())
                .filter(last -> !last.chosen().isEmpty());
    }

    private static Map<Integer, Target> chosen(List<Column> columns, Map<String, String> said) {
        var targets = new HashMap<String, Target>();
        said.forEach((header, text) -> target(text).ifPresent(target -> targets.put(Headers.normal(header), target)));
        var chosen = new HashMap<Integer, Target>();
        columns.forEach(column -> {
            var target = targets.get(Headers.normal(column.header()));
            if (target != null) {
                chosen.put(column.index(), target);
            }
        });
        return chosen;
    }

    private static String text(Target target) {
        return switch (target) {
            case Target.Own(var field) -> FIELD + field.key();
            case Target.Attribute(var name) -> ATTRIBUTE + name;
            case Target.LeftOut _ -> NONE;
        };
    }

    private static Optional<Target> target(String text) {
        if (text.startsWith(FIELD)) {
            return Field.ofKey(text.substring(FIELD.length())).map(Target::of);
        }
        return Optional.of(text.startsWith(ATTRIBUTE) ? new Target.Attribute(text.substring(ATTRIBUTE.length())) : Target.LEFT_OUT);
    }

    private static String shape(List<Column> columns) {
        var names = columns.stream().map(column -> Headers.normal(column.header())).sorted().collect(Collectors.joining("\n"));
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(names.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

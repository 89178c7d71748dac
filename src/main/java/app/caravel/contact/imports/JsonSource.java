package app.caravel.contact.imports;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.MappingIterator;
import tools.jackson.databind.json.JsonMapper;

import app.caravel.reason.Problem;
import app.caravel.reason.Reason;

/** A file with a JSON array of flat objects, as our own export writes it: each a row, each key a column, those of an inner object too. */
record JsonSource(Path file, EncodingGuess encodings, Encoding encoding) implements Source {

    /** Of all objects together, as many as a sheet has: more are no table, and each row would hold them all. */
    private static final int MOST_COLUMNS = 16_384;

    private static final JsonMapper MAPPER = JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    /** Whether a text begins as an array of objects does. */
    static boolean isOne(String beginning) {
        var text = beginning.stripLeading();
        return text.startsWith("[") && text.substring(1).stripLeading().startsWith("{");
    }

    @Override
    public Table open() throws IOException {
        var columns = columns();
        var objects = objects();
        return new Table() {
            private long line;

            @Override
            public @Nullable Row next() throws IOException {
                if (line++ == 0) {
                    return new Row(1, columns, String.join("\t", columns), true);
                }
                try {
                    if (!objects.hasNextValue()) {
                        return null;
                    }
                    var written = objects.nextValue();
                    var object = flat(written);
                    var cells = columns.stream().map(column -> object.getOrDefault(column, "")).toList();
                    return new Row(line, cells, MAPPER.writeValueAsString(written), true);
                } catch (JacksonException e) {
                    throw damaged(e);
                }
            }

            @Override
            public void close() {
                objects.close();
            }
        };
    }

    private List<String> columns() throws IOException {
        var columns = new LinkedHashSet<String>();
        try (var objects = objects()) {
            while (objects.hasNextValue()) {
                columns.addAll(flat(objects.nextValue()).keySet());
                if (columns.size() > MOST_COLUMNS) {
                    throw Problem.of("contacts.import-no-table", "file", String.valueOf(file.getFileName()));
                }
            }
        } catch (JacksonException e) {
            throw damaged(e);
        }
        return new ArrayList<>(columns);
    }

    private MappingIterator<Map<String, Object>> objects() throws IOException {
        try {
            return MAPPER.readerFor(OBJECT).readValues(TextFile.reader(file, encoding));
        } catch (JacksonException e) {
            throw damaged(e);
        }
    }

    private Problem damaged(JacksonException e) {
        return new Problem(Reason.of("contacts.import-damaged-json", "file", String.valueOf(file.getFileName())), e);
    }

    private static Map<String, String> flat(Map<String, Object> object) {
        var flat = new java.util.LinkedHashMap<String, String>();
        object.forEach((key, value) -> {
            if (value instanceof Map<?, ?> inner) {
                inner.forEach((name, each) -> flat.putIfAbsent(String.valueOf(name), said(each)));
            } else {
                flat.put(key, said(value));
            }
        });
        return flat;
    }

    private static String said(@Nullable Object value) {
        return value == null ? "" : value instanceof List<?> list ? list.stream().map(String::valueOf).collect(Collectors.joining("; ")) : String.valueOf(value);
    }
}

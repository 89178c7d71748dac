package app.caravel.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

import app.caravel.reason.Reason;

/** JSON as it stands in columns: reasons, attributes, lists. */
public final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    // made once: to find out what a type is made of takes longer than to read a row's JSON
    private static final ObjectReader OBJECT = MAPPER.readerFor(new TypeReference<Map<String, Object>>() {});
    private static final ObjectReader STRINGS = MAPPER.readerFor(new TypeReference<Map<String, String>>() {});
    private static final ObjectReader ARRAY = MAPPER.readerFor(new TypeReference<List<String>>() {});
    private static final ObjectReader REASON = MAPPER.readerFor(Reason.class);
    private static final ObjectReader REASONS = MAPPER.readerFor(new TypeReference<List<Reason>>() {});

    private Json() {}

    public static String write(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    /** With line ends and indents, for a person to read. */
    public static String readable(Object value) {
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(value);
    }

    public static <T> T read(String json, Class<T> type) {
        return MAPPER.readValue(json, type);
    }

    public static <T> T read(String json, TypeReference<T> type) {
        return MAPPER.readValue(json, type);
    }

    public static Map<String, Object> object(String json) {
        return OBJECT.readValue(json);
    }

    public static Map<String, String> strings(String json) {
        return json.equals("{}") ? new LinkedHashMap<>() : STRINGS.readValue(json);
    }

    public static List<String> array(String json) {
        return json.equals("[]") ? new ArrayList<>() : ARRAY.readValue(json);
    }

    public static Reason reason(String json) {
        return REASON.readValue(json);
    }

    public static List<Reason> reasons(String json) {
        return REASONS.readValue(json);
    }
}

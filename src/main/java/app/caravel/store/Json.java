package app.caravel.store;

import java.util.List;
import java.util.Map;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import app.caravel.reason.Reason;

/** JSON as it stands in columns: reasons, attributes, lists. */
public final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

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
        return MAPPER.readValue(json, new TypeReference<>() {});
    }

    public static Map<String, String> strings(String json) {
        return MAPPER.readValue(json, new TypeReference<>() {});
    }

    public static List<String> array(String json) {
        return MAPPER.readValue(json, new TypeReference<>() {});
    }

    public static Reason reason(String json) {
        return MAPPER.readValue(json, Reason.class);
    }

    public static List<Reason> reasons(String json) {
        return MAPPER.readValue(json, new TypeReference<>() {});
    }
}

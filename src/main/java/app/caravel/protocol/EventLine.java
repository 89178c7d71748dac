package app.caravel.protocol;

import java.io.StringWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One event as the tracker tells it: a line of JSON, raw, nothing left out.
 *
 * @param cursor its place; what follows it is asked for with it
 * @param at when the request came, by the tracker's clock
 * @param message the random id of the message, in hex
 * @param link the link's number, of clicks
 * @param url where the click leads
 * @param address of the reader: the connection's, or what a trusted proxy said
 * @param headers as they came, in their order
 */
public record EventLine(Cursor cursor, Kind kind, Instant at, String message, @Nullable Integer link, @Nullable String url, String method,
        String address, List<Header> headers) {

    /** What happened. A page was only shown; an unsubscribe is a POST. */
    public enum Kind {
        OPEN,
        CLICK,
        UNSUBSCRIBE_PAGE,
        UNSUBSCRIBE;

        /** As it stands on the line and in databases. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Kind of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    /** One header of the request. */
    public record Header(String name, String value) {}

    /** Reads and writes as a stream or as a tree, never by reflection: the tracker has a small heap. */
    private static final JsonFactory JSON = new JsonFactory();

    private static final JsonMapper TREES = JsonMapper.builder().build();

    public EventLine {
        headers = List.copyOf(headers);
    }

    /** The first value of a header, or an empty text. */
    public String header(String name) {
        return headers.stream().filter(header -> header.name.equalsIgnoreCase(name)).map(Header::value).findFirst().orElse("");
    }

    public String userAgent() {
        return header("User-Agent");
    }

    public byte[] randomId() {
        return HexFormat.of().parseHex(message);
    }

    /** The line, without its end. */
    public String write() {
        var text = new StringWriter(400);
        try (var json = JSON.createGenerator(tools.jackson.core.ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            json.writeStringProperty("cursor", cursor.toString());
            json.writeStringProperty("kind", kind.word());
            json.writeStringProperty("at", at.toString());
            json.writeStringProperty("message", message);
            if (link != null) {
                json.writeNumberProperty("link", link);
            }
            if (url != null) {
                json.writeStringProperty("url", url);
            }
            json.writeStringProperty("method", method);
            json.writeStringProperty("address", address);
            json.writeArrayPropertyStart("headers");
            for (var header : headers) {
                json.writeStartArray();
                json.writeString(header.name);
                json.writeString(header.value);
                json.writeEndArray();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        return text.toString();
    }

    /**
     * Reads a line; fields it does not know are passed over, so that a newer tracker may say more.
     *
     * @throws IllegalArgumentException where it is no such line
     */
    public static EventLine read(String line) {
        try {
            var json = TREES.readTree(line);
            var headers = new ArrayList<Header>();
            for (var header : json.required("headers")) {
                headers.add(new Header(header.required(0).asString(), header.required(1).asString()));
            }
            var message = text(json, "message");
            if (HexFormat.of().parseHex(message).length != Payload.RANDOM_ID_BYTES) {
                throw new IllegalArgumentException("no random id: " + message);
            }
            return new EventLine(
                    Cursor.parse(text(json, "cursor")).orElseThrow(() -> new IllegalArgumentException("no cursor")),
                    Kind.of(text(json, "kind")),
                    Instant.parse(text(json, "at")),
                    message,
                    json.has("link") ? (Integer) json.get("link").asInt() : null,
                    json.has("url") ? json.get("url").asString() : null,
                    text(json, "method"),
                    text(json, "address"),
                    headers);
        } catch (JacksonException | java.time.DateTimeException e) {
            throw new IllegalArgumentException("no event's line", e);
        }
    }

    private static String text(JsonNode json, String field) {
        return json.required(field).asString();
    }
}

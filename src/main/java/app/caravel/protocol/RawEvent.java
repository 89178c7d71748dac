package app.caravel.protocol;

import java.io.StringWriter;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One request at the tracker, as it came.
 *
 * @param at when the request came, by the tracker's clock
 * @param message the random id of the message, in hex
 * @param link the link's number, of clicks
 * @param url where the click leads
 * @param address of the reader: the connection's, or what a trusted proxy said
 * @param headers all of them, in their order
 */
public record RawEvent(Kind kind, Instant at, String message, @Nullable Integer link, @Nullable String url, String method,
        String address, List<Header> headers) {

    /** What happened. The page of an unsubscribe link was only shown; an unsubscribe is a POST. */
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

    /** Written as a stream, not by reflection: the tracker has a small heap and writes one for every request. */
    private static final JsonFactory STREAMS = new JsonFactory();

    /** Loaded by the desktop alone. */
    private static final class Trees {
        static final JsonMapper JSON = JsonMapper.builder().build();
    }

    public RawEvent {
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

    /** The event as one line of JSON, without the line's end. */
    public String write() {
        var text = new StringWriter(512);
        try (var json = STREAMS.createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
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

    static JsonNode tree(String line) {
        try {
            return Trees.JSON.readTree(line);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("no JSON", e);
        }
    }

    static RawEvent of(JsonNode json) {
        try {
            var message = text(json, "message");
            if (HexFormat.of().parseHex(message).length != Payload.RANDOM_ID_BYTES) {
                throw new IllegalArgumentException("no random id: " + message);
            }
            var headers = new ArrayList<Header>();
            for (var header : json.required("headers")) {
                headers.add(new Header(header.required(0).asString(), header.required(1).asString()));
            }
            return new RawEvent(
                    Kind.of(text(json, "kind")),
                    Instant.parse(text(json, "at")),
                    message,
                    json.has("link") ? (Integer) json.get("link").asInt() : null,
                    json.has("url") ? json.get("url").asString() : null,
                    text(json, "method"),
                    text(json, "address"),
                    headers);
        } catch (JacksonException | DateTimeException e) {
            throw new IllegalArgumentException("no event", e);
        }
    }

    static String text(JsonNode json, String field) {
        return json.required(field).asString();
    }
}

package app.caravel.content.template;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

import tools.jackson.databind.json.JsonMapper;

import app.caravel.content.design.Design;
import app.caravel.content.design.DesignJson;

/**
 * A template that comes with Caravel: {@code templates/<key>.json} beside this package's parent. Its name, whom it is for and
 * when to use it are texts {@code templates.<key>.*}, for the sender's own language.
 *
 * @param subject a template, as every subject is
 */
public record BuiltIn(String key, Category category, String subject, Design design) {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    /** Letters first: for most mails they are the better choice. */
    private static final List<String> KEYS = List.of("first-approach", "quotation-follow-up", "new-products", "fair-invitation", "price-change", "win-back", "welcome",
            "holiday-greeting");

    public static List<BuiltIn> all() {
        return KEYS.stream().map(BuiltIn::read).toList();
    }

    public static Optional<BuiltIn> find(String key) {
        return KEYS.contains(key) ? Optional.of(read(key)) : Optional.empty();
    }

    private static BuiltIn read(String key) {
        var name = "/app/caravel/content/templates/" + key + ".json";
        try (var in = BuiltIn.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing from this build");
            }
            var document = MAPPER.readTree(in);
            return new BuiltIn(key, Category.of(document.path("category").asString("")), document.path("subject").asString(""), DesignJson.read(document.path("design").toString()));
        } catch (IOException e) {
            throw new IllegalStateException(name + " cannot be read", e);
        }
    }
}

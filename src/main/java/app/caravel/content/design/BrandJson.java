package app.caravel.content.design;

import java.util.LinkedHashMap;
import java.util.TreeMap;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import app.caravel.store.Json;

/** A brand as it is kept. What is missing or cannot be read is as in {@link Brand#PLAIN}: mails must be made all the same. */
public final class BrandJson {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private BrandJson() {}

    public static String write(Brand brand) {
        var document = new LinkedHashMap<String, Object>();
        document.put("company", brand.company());
        document.put("logo", brand.logo());
        document.put("color", brand.color());
        document.put("text_color", brand.textColor());
        document.put("font", brand.font());
        document.put("address", brand.address());
        document.put("website", brand.website());
        document.put("networks", brand.networks());
        return Json.write(document);
    }

    public static Brand read(String json) {
        JsonNode document;
        try {
            document = MAPPER.readTree(json);
        } catch (JacksonException e) {
            return Brand.PLAIN;
        }
        var plain = Brand.PLAIN;
        var networks = new TreeMap<String, String>();
        document.path("networks").properties().forEach(each -> networks.put(each.getKey(), each.getValue().asString("")));
        return new Brand(text(document, "company", ""), text(document, "logo", ""), color(document, "color", plain.color()),
                color(document, "text_color", plain.textColor()), text(document, "font", plain.font()), text(document, "address", ""),
                text(document, "website", ""), networks);
    }

    private static String text(JsonNode document, String name, String otherwise) {
        var written = document.path(name).asString("");
        return written.isBlank() ? otherwise : written;
    }

    private static String color(JsonNode document, String name, String otherwise) {
        var written = document.path(name).asString("");
        return Contrast.isColor(written) ? written : otherwise;
    }
}

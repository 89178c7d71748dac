package app.caravel.content.template;

import java.util.LinkedHashMap;
import java.util.Map;

import app.caravel.content.Markup;
import app.caravel.content.design.Block;
import app.caravel.content.design.Brand;
import app.caravel.content.design.Design;

/** What a template asks of everyone, filled in where it is known: the sender's name, his company, its website. The rest stays to be written. */
public final class FilledIn {

    private final Map<String, String> known = new LinkedHashMap<>();

    /** @param sender the name that readers see; empty where there is none yet */
    public FilledIn(Brand brand, String sender) {
        put("[your name]", sender);
        put("[your company]", brand.company());
        put("[website]", brand.website());
    }

    private void put(String placeholder, String value) {
        if (!value.isBlank()) {
            known.put(placeholder, value.strip());
        }
    }

    public Design in(Design design) {
        return design.withEvery(this::in).withPreheader(in(design.preheader(), false));
    }

    public String in(String text) {
        return in(text, false);
    }

    private Block in(Block block) {
        var changed = block;
        for (var property : block.properties().entrySet()) {
            changed = changed.with(property.getKey(), in(property.getValue(), property.getKey().equals("html")));
        }
        return changed;
    }

    private String in(String text, boolean html) {
        var filled = text;
        for (var each : known.entrySet()) {
            filled = filled.replace(each.getKey(), html ? Markup.escaped(each.getValue()) : each.getValue());
        }
        return filled;
    }
}

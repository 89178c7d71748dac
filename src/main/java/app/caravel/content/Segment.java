package app.caravel.content;

import java.util.List;
import java.util.Optional;

/** A piece of a compiled source: text that is the same for all, or a slot for what is not. */
sealed interface Segment {

    void render(Rendering rendering, StringBuilder out);

    /** The same for every recipient; never run through Liquid. */
    record Literal(String text) implements Segment {
        @Override
        public void render(Rendering rendering, StringBuilder out) {
            out.append(text);
        }
    }

    /** A merge field with the word that stands in for it. */
    record Field(String name, Optional<String> fallback, Escaping escaping) implements Segment {
        @Override
        public void render(Rendering rendering, StringBuilder out) {
            var value = rendering.value(name);
            if (value != null) {
                escaping.append(out, value);
            } else if (fallback.isPresent()) {
                escaping.append(out, fallback.get());
            } else {
                rendering.missing(name);
            }
        }
    }

    /** A merge field that is worded for its reader: a date, money, a name. */
    record WordedField(Expression.Simple field, Escaping escaping) implements Segment {
        @Override
        public void render(Rendering rendering, StringBuilder out) {
            var value = rendering.value(field.field());
            if (value != null) {
                escaping.append(out, rendering.worded(field.field(), value, field.steps()));
            } else if (field.fallback().isPresent()) {
                escaping.append(out, rendering.worded(field.field(), field.fallback().get(), field.standInSteps()));
            } else {
                rendering.missing(field.field());
            }
        }
    }

    /**
     * Something that Liquid renders.
     *
     * @param what its first tag, as a finding names it
     * @param inHtml whether links in it are written into attributes
     */
    record Liquid(Engine.Template template, String what, boolean inHtml) implements Segment {
        @Override
        public void render(Rendering rendering, StringBuilder out) {
            try {
                Marks.weave(template.render(rendering), rendering, inHtml, out);
            } catch (Engine.Failure _) {
                rendering.find(Finding.Kind.NOT_RENDERED, what);
            }
        }
    }

    /**
     * A link's destination that each recipient's values make.
     *
     * @param destination its own literals and slots
     */
    record Target(int number, List<Segment> destination, boolean inHtml) implements Segment {
        @Override
        public void render(Rendering rendering, StringBuilder out) {
            var where = new StringBuilder();
            destination.forEach(piece -> piece.render(rendering, where));
            rendering.link(number, where.toString(), inHtml, out);
        }
    }

    /**
     * A link's destination that is the same for all.
     *
     * @param source as it is written in the source
     */
    record SameTarget(int number, String destination, String source, boolean inHtml) implements Segment {
        @Override
        public void render(Rendering rendering, StringBuilder out) {
            var address = rendering.address(number, destination);
            if (address.equals(destination)) {
                out.append(source);
            } else {
                (inHtml ? Escaping.HTML : Escaping.RAW).append(out, address);
            }
        }
    }

    /** A link's destination, the same for all, that leads nowhere: it stays as it is written, and everyone's mail says so. */
    record BadTarget(String destination, String source) implements Segment {
        @Override
        public void render(Rendering rendering, StringBuilder out) {
            rendering.find(Finding.Kind.BAD_DESTINATION, Addresses.shortened(destination));
            out.append(source);
        }
    }

    /** The pixel. */
    record Pixel() implements Segment {
        @Override
        public void render(Rendering rendering, StringBuilder out) {
            rendering.pixel(out);
        }
    }
}

package app.caravel.content;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/** Cuts a source into literals and slots. What is neither tag, tracked destination nor pixel stays as it is, character by character. */
final class Assembler {

    /** Something in the source that is not literal. */
    private sealed interface Thing {
        int start();

        int end();

        int rank();
    }

    private record Tag(int index, int start, int end) implements Thing {
        @Override
        public int rank() {
            return 2;
        }
    }

    /** Where a destination is written. */
    record Spot(int number, int start, int end, String template) implements Thing {
        @Override
        public int rank() {
            return 1;
        }
    }

    private record PixelSpot(int start) implements Thing {
        @Override
        public int end() {
            return start;
        }

        @Override
        public int rank() {
            return 0;
        }
    }

    private final LiquidSource liquid;
    private final String source;
    private final Escaping escaping;
    private final List<Thing> things = new ArrayList<>();
    private final List<Segment> segments = new ArrayList<>();

    private Assembler(LiquidSource liquid, Escaping escaping, List<Spot> spots, int pixel) {
        this.liquid = liquid;
        this.source = liquid.source;
        this.escaping = escaping;
        for (int i = 0; i < liquid.tokens.size(); i++) {
            things.add(new Tag(i, liquid.tokens.get(i).start(), liquid.tokens.get(i).end()));
        }
        things.addAll(spots);
        if (pixel >= 0) {
            things.add(new PixelSpot(pixel));
        }
        things.sort(Comparator.comparingInt(Thing::start).thenComparingInt(Thing::rank));
    }

    /** Subject or plain text. */
    static Assembly text(LiquidSource liquid, List<Spot> spots) {
        return new Assembler(liquid, Escaping.RAW, spots, -1).assemble();
    }

    /** HTML with the pixel at a position. */
    static Assembly html(LiquidSource liquid, List<Spot> spots, int pixel) {
        return new Assembler(liquid, Escaping.HTML, spots, pixel).assemble();
    }

    private Assembly assemble() {
        int at = 0;
        boolean trims = false;
        for (var thing : things) {
            if (thing.start() < at) {
                continue;
            }
            boolean trimsBefore = thing instanceof Tag tag && token(tag).trimsBefore();
            literal(at, thing.start(), trims, trimsBefore);
            trims = false;
            at = switch (thing) {
                case PixelSpot spot -> {
                    segments.add(new Segment.Pixel());
                    yield spot.end();
                }
                case Spot spot -> {
                    segments.add(target(spot));
                    yield spot.end();
                }
                case Tag tag -> {
                    var island = liquid.from(tag.index);
                    var slot = slot(island, tag);
                    if (slot != null) {
                        segments.add(slot);
                    }
                    trims = liquid.tokens.get(island.last()).trimsAfter();
                    yield liquid.end(island);
                }
            };
        }
        literal(at, source.length(), trims, false);
        return new Assembly(segments, source.length());
    }

    private LiquidToken token(Tag tag) {
        return liquid.tokens.get(tag.index);
    }

    private void literal(int from, int to, boolean trimsStart, boolean trimsEnd) {
        var text = source.substring(from, to);
        text = trimsStart ? text.stripLeading() : text;
        text = trimsEnd ? text.stripTrailing() : text;
        if (!text.isEmpty()) {
            segments.add(new Segment.Literal(text));
        }
    }

    private @Nullable Segment slot(Island island, Tag tag) {
        var token = token(tag);
        if (token.kind() == LiquidToken.Kind.DROP && island.first() == island.last()) {
            return null;
        }
        if (token.kind() == LiquidToken.Kind.OUTPUT && island.first() == island.last()) {
            return output(token, escaping);
        }
        var what = source.substring(token.start(), token.end());
        var place = liquid.place.at(source, token.start());
        return new Segment.Liquid(Engine.parse(island(island), place, what), what, escaping == Escaping.HTML);
    }

    private Segment output(LiquidToken token, Escaping where) {
        var expression = Expression.of(token.inner());
        var how = expression.in(where);
        var simple = expression.simple();
        if (simple.isPresent()) {
            var field = simple.get();
            return field.steps().isEmpty() ? new Segment.Field(field.field(), field.fallback(), how) : new Segment.WordedField(field, how);
        }
        var what = source.substring(token.start(), token.end());
        var code = filtered(expression, how, "{{ ", " }}");
        return new Segment.Liquid(Engine.parse(code, liquid.place.at(source, token.start()), what), what, escaping == Escaping.HTML);
    }

    /** The tag as liqp takes it: what it yields is written by us, and missed by us. */
    private String filtered(Expression expression, Escaping how, String open, String close) {
        var fields = liquid.fieldsOf(expression);
        var named = fields.isEmpty() ? "" : ": \"" + fields.getFirst() + "\"";
        return open + expression.liquid() + " | " + how.filter() + named + close;
    }

    /** A destination; its own merge fields are written as addresses take them. */
    private Segment target(Spot spot) {
        var template = new LiquidSource(spot.template, liquid.place.at(source, spot.start));
        boolean inHtml = escaping == Escaping.HTML;
        if (template.tokens.isEmpty()) {
            var written = source.substring(spot.start, spot.end);
            var destination = Addresses.tidy(spot.template);
            return Addresses.isGood(destination)
                    ? new Segment.SameTarget(spot.number, destination, written, inHtml)
                    : new Segment.BadTarget(destination, written);
        }
        var inner = new Assembler(template, Escaping.PATH, List.of(), -1);
        inner.destination();
        return new Segment.Target(spot.number, List.copyOf(inner.segments), inHtml);
    }

    private void destination() {
        int at = 0;
        for (var thing : things) {
            if (thing.start() < at || !(thing instanceof Tag tag)) {
                continue;
            }
            literal(at, thing.start(), false, false);
            var island = liquid.from(tag.index);
            if (island.first() != island.last() || token(tag).kind() == LiquidToken.Kind.TAG) {
                var what = source.substring(token(tag).start(), token(tag).end());
                var code = new StringBuilder();
                destination(island.first(), liquid.start(island), liquid.end(island), 0, code);
                segments.add(new Segment.Liquid(Engine.parse(code.toString(), liquid.place, what), what, false));
            } else if (token(tag).kind() == LiquidToken.Kind.OUTPUT) {
                segments.add(output(token(tag), where(0, tag.start, Expression.of(token(tag).inner()))));
            }
            at = liquid.end(island);
        }
        literal(at, source.length(), false, false);
    }

    /** How a value is written at this place of a destination that begins at another. */
    private Escaping where(int begin, int position, Expression expression) {
        var before = source.substring(begin, position).strip();
        if (before.isEmpty() || expression.raw()) {
            return Escaping.RAW;
        }
        boolean inQuery = before.indexOf('?') >= 0 || before.indexOf('#') >= 0;
        return inQuery && !expression.encodesItself() ? Escaping.QUERY : Escaping.PATH;
    }

    /** The island's source for liqp. */
    private String island(Island island) {
        var code = new StringBuilder();
        int at = liquid.start(island);
        int end = liquid.end(island);
        for (var thing : things) {
            if (thing.start() < at || thing.start() >= end) {
                continue;
            }
            code.append(source, at, thing.start());
            switch (thing) {
                case PixelSpot _ -> code.append(Marks.PIXEL);
                case Spot spot -> {
                    code.append(Marks.link(spot.number));
                    destination(first(spot.start), spot.start, spot.end, spot.start, code);
                    code.append(Marks.linkEnd());
                }
                case Tag tag -> tag(token(tag), escaping, code);
            }
            at = thing.end();
        }
        return code.append(source, at, end).toString();
    }

    private int first(int position) {
        int index = 0;
        while (index < liquid.tokens.size() && liquid.tokens.get(index).start() < position) {
            index++;
        }
        return index;
    }

    /** A destination within an island: entities are read, values are written as addresses take them. */
    private void destination(int firstToken, int from, int to, int begin, StringBuilder code) {
        int at = from;
        for (int i = firstToken; i < liquid.tokens.size() && liquid.tokens.get(i).start() < to; i++) {
            var token = liquid.tokens.get(i);
            code.append(decoded(source.substring(at, token.start())));
            tag(token, where(begin, token.start(), Expression.of(token.inner())), code);
            at = token.end();
        }
        code.append(decoded(source.substring(at, to)));
    }

    private String decoded(String literal) {
        return escaping == Escaping.HTML ? Parser.unescapeEntities(literal, true) : literal;
    }

    private void tag(LiquidToken token, Escaping where, StringBuilder code) {
        switch (token.kind()) {
            case DROP -> code.append(source, token.start(), token.end());
            case TAG -> code.append(token.trimsBefore() ? "{%- " : "{% ").append(Expression.ascii(token.inner())).append(token.trimsAfter() ? " -%}" : " %}");
            case OUTPUT -> {
                var expression = Expression.of(token.inner());
                code.append(filtered(expression, expression.in(where), token.trimsBefore() ? "{{- " : "{{ ", token.trimsAfter() ? " -}}" : " }}"));
            }
        }
    }
}

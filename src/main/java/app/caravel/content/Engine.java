package app.caravel.content;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

import liqp.TemplateContext;
import liqp.TemplateParser;
import liqp.exceptions.LiquidException;
import liqp.filters.Filter;
import liqp.filters.Filters;
import liqp.nodes.LNode;
import liqp.parser.Flavor;
import liqp.parser.v4.NodeVisitor;
import org.jspecify.annotations.Nullable;

import app.caravel.content.wording.Wording;

/** Liquid by liqp: parsed once, bounded in time and room, without includes. */
final class Engine {

    /** Turns of all loops of one rendering. */
    private static final int MAX_ITERATIONS = 10_000;
    /** Characters of one rendering. */
    private static final int MAX_RENDERED = 20_000_000;
    /** Characters or members that a filter may make. */
    private static final int MAX_FILTERED = 1_000_000;
    /** A name that no tag can spell. */
    static final String RENDERING = "the rendering";

    private static final Pattern STATEFUL = Pattern.compile("\\{%-?\\s*(assign|capture|increment|decrement)");
    private static final TemplateParser PARSER = parser();

    private Engine() {}

    /** A template that failed for these values. */
    static final class Failure extends Exception {
        Failure(Throwable cause) {
            super(cause);
        }
    }

    /** A parsed template. liqp's own keeps the context of a rendering in a field; the nodes alone can be shared by threads. */
    record Template(LNode node, boolean keepsState) {
        String render(Rendering rendering) throws Failure {
            var values = keepsState ? new HashMap<>(rendering.liquidValues()) : rendering.liquidValues();
            try {
                return String.valueOf(node.render(new TemplateContext(PARSER, values)));
            } catch (RuntimeException | StackOverflowError e) {
                throw new Failure(e);
            }
        }
    }

    static Template parse(String liquid, Place place, String what) {
        try {
            var tree = PARSER.parse(liquid).getParseTree();
            return new Template(new NodeVisitor(PARSER.insertions, PARSER.filters, PARSER.liquidStyleInclude).visit(tree), STATEFUL.matcher(liquid).find());
        } catch (LiquidException e) {
            throw place.at(liquid, endOfLine(liquid, e.line)).problem("content.unreadable-line", what, e);
        } catch (RuntimeException | StackOverflowError e) {
            throw place.problem("content.unreadable-line", what, e);
        }
    }

    private static int endOfLine(String liquid, int line) {
        int at = 0;
        for (int i = 1; i < line && at >= 0; i++) {
            at = liquid.indexOf('\n', at) + 1;
        }
        return Math.max(at, 0);
    }

    private static TemplateParser parser() {
        var builder = new TemplateParser.Builder()
                .withFlavor(Flavor.LIQUID)
                .withErrorMode(TemplateParser.ErrorMode.STRICT)
                .withLocale(Locale.ENGLISH)
                .withMaxIterations(MAX_ITERATIONS)
                .withMaxSizeRenderedString(MAX_RENDERED);
        for (var growing : List.of("append", "prepend", "replace", "replace_first", "join", "concat", "push", "unshift", "newline_to_br")) {
            var filter = Filters.DEFAULT_FILTERS.get(growing);
            if (filter != null) {
                builder.withFilter(new Bounded(growing, filter));
            }
        }
        for (var escaping : Escaping.values()) {
            builder.withFilter(new Output(escaping));
        }
        for (var wording : Wording.values()) {
            builder.withFilter(new Words(wording));
        }
        return builder.build();
    }

    /** Words a value for its reader within what Liquid renders. */
    private static final class Words extends Filter {
        private final Wording wording;

        Words(Wording wording) {
            super(wording.filter());
            this.wording = wording;
        }

        @Override
        public Object apply(@Nullable Object value, TemplateContext context, Object... option) {
            if (value == null || !(context.get(RENDERING) instanceof Rendering rendering)) {
                return "";
            }
            Object taken = value instanceof Number ? value : Cleaning.value(asString(value, context));
            var wanted = option.length == 0 || option[0] == null ? null : asString(option[0], context);
            return taken.toString().isBlank() ? "" : rendering.worded(wording, taken, wanted);
        }
    }

    /** Writes a value where it stands; told the field, it notes that its value is missing. */
    private static final class Output extends Filter {
        private final Escaping escaping;

        Output(Escaping escaping) {
            super(escaping.filter());
            this.escaping = escaping;
        }

        @Override
        public Object apply(Object value, TemplateContext context, Object... field) {
            var text = Cleaning.value(asString(value, context));
            if (text.isBlank() && field.length > 0 && context.get(RENDERING) instanceof Rendering rendering) {
                rendering.missing(String.valueOf(field[0]));
            }
            var written = new StringBuilder(text.length() + 16);
            escaping.append(written, text);
            return written.toString();
        }
    }

    /** A filter that can make much of little; a chain of them in a loop would fill the memory. */
    private static final class Bounded extends Filter {
        private final Filter filter;

        Bounded(String name, Filter filter) {
            super(name);
            this.filter = filter;
        }

        @Override
        public Object apply(Object value, TemplateContext context, Object... parameters) {
            long room = size(value) + 1;
            for (var parameter : parameters) {
                room *= name.startsWith("replace") || name.equals("join") ? Math.max(1, size(parameter)) : 1;
                room += size(parameter);
            }
            if (room > MAX_FILTERED) {
                throw new IllegalStateException(name + " would make too much");
            }
            return filter.apply(value, context, parameters);
        }

        private static long size(Object value) {
            return switch (value) {
                case null -> 0;
                case CharSequence text -> text.length();
                case Object[] array -> Arrays.stream(array).mapToLong(Bounded::size).sum() + array.length;
                case java.util.Collection<?> members -> members.stream().mapToLong(Bounded::size).sum() + members.size();
                case Map<?, ?> map -> map.size();
                default -> 16;
            };
        }
    }
}

package app.caravel.content;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A range of the source that Liquid renders as a whole: the smallest with all its tags closed. Where a tag keeps state
 * ({@code assign} and its like), it reaches to the last tag.
 *
 * @param first index of its first token
 * @param last index of its last token
 */
record Island(int first, int last) {

    private static final Set<String> BLOCKS = Set.of("if", "unless", "case", "for", "tablerow", "capture", "ifchanged");
    private static final Set<String> SIMPLE = Set.of("assign", "cycle", "increment", "decrement", "break", "continue", "elsif", "else", "when");
    private static final Set<String> STATEFUL = Set.of("assign", "capture", "cycle", "increment", "decrement");

    /** The islands of a source's tokens, in order. */
    static List<Island> of(List<LiquidToken> tokens, String source, Place place) {
        var islands = new ArrayList<Island>();
        var open = new ArrayList<Integer>();
        for (int i = 0; i < tokens.size(); i++) {
            var token = tokens.get(i);
            if (token.kind() != LiquidToken.Kind.TAG) {
                continue;
            }
            var name = token.name();
            if (BLOCKS.contains(name)) {
                open.add(i);
            } else if (name.startsWith("end") && BLOCKS.contains(name.substring(3))) {
                if (open.isEmpty() || !tokens.get(open.getLast()).name().equals(name.substring(3))) {
                    throw place.at(source, token.start()).problem("content.tag-not-opened", name);
                }
                int first = open.removeLast();
                if (open.isEmpty()) {
                    islands.add(new Island(first, i));
                }
            } else if (!SIMPLE.contains(name)) {
                throw place.at(source, token.start()).problem("content.unknown-tag", name.isEmpty() ? token.inner() : name);
            } else if (open.isEmpty()) {
                islands.add(new Island(i, i));
            }
        }
        if (!open.isEmpty()) {
            var token = tokens.get(open.getLast());
            throw place.at(source, token.start()).problem("content.tag-not-closed", token.name());
        }
        return joined(islands, tokens);
    }

    private static List<Island> joined(List<Island> islands, List<LiquidToken> tokens) {
        for (int i = 0; i < islands.size(); i++) {
            if (islands.get(i).keepsState(tokens)) {
                var joined = new ArrayList<>(islands.subList(0, i));
                joined.add(new Island(islands.get(i).first, tokens.size() - 1));
                return joined;
            }
        }
        return islands;
    }

    private boolean keepsState(List<LiquidToken> tokens) {
        return tokens.subList(first, last + 1).stream()
                .anyMatch(token -> token.kind() == LiquidToken.Kind.TAG && STATEFUL.contains(token.name()));
    }

    /** The names that the tags themselves define. */
    static Set<String> locals(List<LiquidToken> tokens) {
        var locals = new HashSet<>(Set.of("forloop", "tablerowloop"));
        for (var token : tokens) {
            if (token.kind() == LiquidToken.Kind.TAG && Set.of("assign", "capture", "for", "tablerow", "increment", "decrement").contains(token.name())) {
                Expression.names(token.markup()).stream().findFirst().ifPresent(locals::add);
            }
        }
        return locals;
    }
}

package app.caravel.content;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A source with its Liquid tags found and balanced. */
final class LiquidSource {

    final String source;
    final Place place;
    final List<LiquidToken> tokens;
    final List<Island> islands;
    private final Set<String> locals;
    private final Map<Integer, Island> byFirst = new HashMap<>();

    LiquidSource(String source, Place place) {
        this.source = source;
        this.place = place;
        this.tokens = LiquidScanner.scan(source, place);
        this.islands = Island.of(tokens, source, place);
        this.locals = Island.locals(tokens);
        islands.forEach(island -> byFirst.put(island.first(), island));
    }

    /** The merge fields that it reads; names that it defines itself are none, and what the sender says of himself is none of a recipient's. */
    Set<String> fields() {
        var fields = new HashSet<String>();
        for (var token : tokens) {
            switch (token.kind()) {
                case OUTPUT -> fields.addAll(fieldsOf(Expression.of(token.inner())));
                case TAG -> fields.addAll(Expression.names(token.markup()));
                case DROP -> {}
            }
        }
        fields.removeAll(locals);
        fields.remove(SenderWords.SIGNATURE);
        return fields;
    }

    /** The fields that an expression reads. */
    List<String> fieldsOf(Expression expression) {
        if (expression.simple().isPresent()) {
            return List.of(expression.value()).stream().filter(name -> !locals.contains(name)).toList();
        }
        var code = expression.filters().isEmpty() ? expression.value() : expression.value() + " | " + String.join(" | ", expression.filters());
        return Expression.names(code).stream().filter(name -> !locals.contains(name)).toList();
    }

    /** The island that begins with this token, or the token alone. */
    Island from(int token) {
        return byFirst.getOrDefault(token, new Island(token, token));
    }

    int start(Island island) {
        return tokens.get(island.first()).start();
    }

    int end(Island island) {
        return tokens.get(island.last()).end();
    }

    /** Whether a range cuts an island, so that it stands neither within nor around it. */
    boolean isCutBy(int from, int to) {
        return islands.stream().anyMatch(island -> {
            int start = start(island);
            int end = end(island);
            boolean apart = to <= start || from >= end;
            boolean around = from <= start && to >= end;
            boolean within = from >= start && to <= end;
            return !apart && !around && !within;
        });
    }

    String masked() {
        return Mask.mask(source, tokens);
    }

    String unmask(String masked) {
        return Mask.unmask(masked, source, tokens);
    }
}

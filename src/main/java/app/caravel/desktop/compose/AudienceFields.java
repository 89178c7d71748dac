package app.caravel.desktop.compose;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the recipients of a mail have for its merge fields.
 *
 * @param people how many they are
 * @param missing each field of the mail -> how many of them have no value for it
 * @param names all fields that any of them has
 * @param groups those who lack the same, in the same language and country: their mails have the same gaps
 */
record AudienceFields(int people, Map<String, Integer> missing, Set<String> names, List<Group> groups) {

    /** More of them would take longer to render than a pause in typing lasts; whoever comes later goes by what he lacks alone. */
    private static final int MOST_GROUPS = 100;

    /** @param values those of the first of them */
    record Group(Map<String, Object> values, int people) {}

    /** Counts them one after the other. */
    static final class Count {

        private final Map<String, Integer> missing = new LinkedHashMap<>();
        private final Set<String> names = new LinkedHashSet<>();
        private final Map<String, Group> groups = new LinkedHashMap<>();
        private int people;

        /** @param fields those of the mail */
        Count(Set<String> fields) {
            fields.stream().filter(field -> !field.equals("unsubscribe_url")).sorted().forEach(field -> missing.put(field, 0));
        }

        void add(Map<String, Object> values) {
            people++;
            names.addAll(values.keySet());
            var lacks = new StringBuilder();
            missing.replaceAll((field, count) -> {
                boolean has = values.containsKey(field);
                lacks.append(has ? "" : field).append('\n');
                return has ? count : count + 1;
            });
            var whole = lacks + String.valueOf(values.get("language")) + '\n' + values.get("country");
            var key = groups.containsKey(whole) || groups.size() < MOST_GROUPS ? whole : lacks.toString();
            groups.merge(key, new Group(values, 1), (known, more) -> new Group(known.values, known.people + more.people));
        }

        AudienceFields done() {
            return new AudienceFields(people, missing, names, List.copyOf(groups.values()));
        }
    }
}

package app.caravel.audience;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import app.caravel.audience.Condition.Act;
import app.caravel.audience.Condition.Part;
import app.caravel.audience.Condition.Suppressed.Why;
import app.caravel.audience.QueryParser.Value;
import app.caravel.audience.QueryParser.Wrong;
import app.caravel.contact.Stage;

/** The keys of the language, beside {@code attribute.<header>}, and what their values must be. */
enum Key {
    COUNTRY, LANGUAGE, NAME, COMPANY, ROLE, CITY, DOMAIN, LIST, STAGE, TAG, ADDED, MAILED, OPENED, CLICKED, SUPPRESSED;

    private static final Set<String> COUNTRIES = new HashSet<>(List.of(Locale.getISOCountries()));

    static @Nullable Key of(String word) {
        return Arrays.stream(values()).filter(key -> key.word().equalsIgnoreCase(word)).findFirst().orElse(null);
    }

    /** All of them, for a sentence. */
    static String all() {
        return Arrays.stream(values()).map(Key::word).collect(Collectors.joining(", ")) + ", attribute.<header>";
    }

    private String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    Condition condition(List<Value> values) throws Wrong {
        return switch (this) {
            case COUNTRY -> new Condition.Country(each(values, Key::country));
            case LANGUAGE -> new Condition.Language(each(values, Key::language));
            case NAME, COMPANY, ROLE, CITY -> new Part(Part.Of.valueOf(name()), texts(values));
            case DOMAIN -> new Condition.Domain(each(values, Key::domain));
            case LIST -> new Condition.InList(texts(values));
            case STAGE -> new Condition.InStage(each(values, Key::stage));
            case TAG -> new Condition.Tagged(texts(values));
            case ADDED -> within(values, Act.ADDED);
            case MAILED -> timeMeant(values) ? within(values, Act.MAILED) : new Condition.OfCampaign(Act.MAILED, texts(values));
            case OPENED -> timeMeant(values) ? within(values, Act.OPENED) : new Condition.OfCampaign(Act.OPENED, texts(values));
            case CLICKED -> timeMeant(values) ? within(values, Act.CLICKED) : new Condition.ClickedLink(texts(values));
            case SUPPRESSED -> new Condition.Suppressed(each(values, Key::why));
        };
    }

    private interface Reading<T> {
        T read(Value value) throws Wrong;
    }

    private static <T> List<T> each(List<Value> values, Reading<T> reading) throws Wrong {
        var read = new java.util.ArrayList<T>();
        for (var value : values) {
            read.add(reading.read(value));
        }
        return read;
    }

    private static List<String> texts(List<Value> values) {
        return values.stream().map(Value::text).toList();
    }

    private static boolean timeMeant(List<Value> values) {
        return values.stream().anyMatch(value -> !value.quoted() && Span.meant(value.text()));
    }

    private static Condition within(List<Value> values, Act act) throws Wrong {
        if (values.size() > 1) {
            throw new Wrong(values.get(1).start(), "segment.one-time", "key", act.key());
        }
        var value = values.getFirst();
        var span = Span.parse(value.text());
        if (span.isEmpty()) {
            throw new Wrong(value.start(), "segment.no-time", "key", act.key(), "value", value.text());
        }
        return new Condition.Within(act, span.get());
    }

    private static String country(Value value) throws Wrong {
        var code = value.text().toUpperCase(Locale.ROOT);
        if (code.equals("NONE")) {
            return "";
        }
        if (!COUNTRIES.contains(code)) {
            throw new Wrong(value.start(), "segment.no-country", "value", value.text());
        }
        return code;
    }

    private static String language(Value value) throws Wrong {
        var tag = value.text().toLowerCase(Locale.ROOT);
        if (tag.equals("none")) {
            return "";
        }
        if (!tag.matches("[a-z]{2,3}(-[a-z0-9]{1,8})*")) {
            throw new Wrong(value.start(), "segment.no-language", "value", value.text());
        }
        return tag;
    }

    private static String domain(Value value) {
        return value.text().startsWith("@") ? value.text().substring(1) : value.text();
    }

    private static Optional<Stage> stage(Value value) throws Wrong {
        if (value.text().equalsIgnoreCase("none")) {
            return Optional.empty();
        }
        for (var stage : Stage.values()) {
            if (stage.name().equalsIgnoreCase(value.text().replace('-', '_'))) {
                return Optional.of(stage);
            }
        }
        throw new Wrong(value.start(), "segment.no-stage", "value", value.text());
    }

    private static Why why(Value value) throws Wrong {
        for (var why : Why.values()) {
            if (why.name().equalsIgnoreCase(value.text().replace('-', '_'))) {
                return why;
            }
        }
        throw new Wrong(value.start(), "segment.no-suppression", "value", value.text());
    }
}

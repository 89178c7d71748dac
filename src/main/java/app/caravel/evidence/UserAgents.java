package app.caravel.evidence;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

import app.caravel.reason.Reason;

/** What a user agent alone tells. The table is {@code user-agents.tsv}. */
public final class UserAgents {

    /** What kind of program says such a user agent. */
    public enum Kind {
        /** A provider that fetches pictures when the person opens the mail. */
        OPENING,
        /** A provider that fetches ahead, once, on arrival. */
        PREFETCH,
        /** A provider that fetches pictures whether the mail is read or not. */
        ALWAYS,
        /** A gateway that says its name. */
        SCANNER,
        /** A library or tool. */
        PROGRAM,
        /** A crawler, monitor or the like. */
        ROBOT,
        /** A browser or mail program. */
        PERSON,
        /** It says nothing. */
        NONE
    }

    /**
     * @param name of the provider, gateway, library, browser or mail program; empty where none is known
     */
    public record Known(Kind kind, String name) {

        /** As {@code useragent classify} says it: person, proxy or machine. */
        public Belief label() {
            return switch (kind) {
                case PERSON -> Belief.PERSON;
                case OPENING, ALWAYS -> Belief.PROXY;
                case PREFETCH, SCANNER, PROGRAM, ROBOT, NONE -> Belief.MACHINE;
            };
        }

        /** Why, as far as the user agent alone says it. */
        public Reason reason() {
            return switch (kind) {
                case OPENING -> Reason.of("verdict.picture-proxy", "provider", name);
                case PREFETCH -> Reason.of("verdict.prefetching-provider", "provider", name);
                case ALWAYS -> Reason.of("verdict.always-fetches", "provider", name);
                case SCANNER -> Reason.of("verdict.scanner", "name", name);
                case PROGRAM -> Reason.of("verdict.program", "name", name);
                case ROBOT -> Reason.of("verdict.robot");
                case NONE -> Reason.of("verdict.no-user-agent");
                case PERSON -> name.isEmpty() ? Reason.of("verdict.browser") : Reason.of("verdict.named-browser", "name", name);
            };
        }
    }

    private record Row(Kind kind, String name, Pattern pattern) {}

    private static final List<Row> TABLE = read();

    private static final int REMEMBERED = 10_000;
    private static final Map<String, Known> SEEN = new ConcurrentHashMap<>();

    private UserAgents() {}

    public static Known of(String userAgent) {
        var known = SEEN.get(userAgent);
        if (known == null) {
            known = look(userAgent.strip());
            if (SEEN.size() >= REMEMBERED) {
                SEEN.clear();
            }
            SEEN.put(userAgent, known);
        }
        return known;
    }

    private static Known look(String userAgent) {
        if (userAgent.isEmpty()) {
            return new Known(Kind.NONE, "");
        }
        for (var row : TABLE) {
            if (row.pattern.matcher(userAgent).find()) {
                return new Known(row.kind, row.name);
            }
        }
        return new Known(userAgent.startsWith("Mozilla/") ? Kind.PERSON : Kind.ROBOT, "");
    }

    private static List<Row> read() {
        try (var in = UserAgents.class.getResourceAsStream("user-agents.tsv")) {
            if (in == null) {
                throw new IllegalStateException("user-agents.tsv is missing");
            }
            var rows = new ArrayList<Row>();
            var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).lines();
            lines.filter(line -> !line.isBlank() && !line.startsWith("#")).map(line -> line.split("\t", -1)).forEach(cells -> rows.add(
                    new Row(Kind.valueOf(cells[0].toUpperCase(Locale.ROOT)), cells[1], Pattern.compile(cells[2], Pattern.CASE_INSENSITIVE))));
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package app.caravel.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.function.IntSupplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

import app.caravel.audience.QueryParser;
import app.caravel.audience.Segments;
import app.caravel.contact.Contacts;
import app.caravel.contact.Filter;
import app.caravel.store.Database;

/**
 * How long a person waits for the contacts table while he types a search, and for the count of a segment:
 * {@code Tables DATABASE CONTACTS MESSAGES search|combined|segment ROUNDS}. Makes the database's rows if they are not there.
 */
public final class Tables {

    private static final int PAGE = 100;

    /** Typed letter by letter, as the table asks then: rows of the first page, and how many fit. */
    private static final List<String> TYPED = List.of("weber", "katrin web", "c4711.ex", "lighting 20", "nobody here", "müller", "李");

    private static final List<String> SEGMENTS = List.of("country:DE -opened:30d clicked:\"LED panel\"", "country:DE -mailed:30d added:365d", "country:DE,FR opened:90d -clicked:90d",
            "list:\"Fair 2020\" -mailed:30d suppressed:no", "country:US role:purchasing attribute.Customer_Grade:A", "company:lighting -opened:30d mailed:180d", "-country:DE -opened:30d -clicked:30d");

    private Tables() {}

    public static void main(String[] arguments) {
        int rounds = Integer.parseInt(arguments[4]);
        try (var database = Database.open(Path.of(arguments[0]))) {
            var clock = Clock.systemUTC();
            if (!TableData.isWhole(database)) {
                TableData.fill(database, Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]), clock.instant());
            }
            var contacts = new Contacts(database);
            System.out.printf("%-55s %10s %9s %9s %9s %9s%n", "", "found", "median ms", "p95", "first", "processor");
            if (arguments[3].equals("search")) {
                search(contacts, rounds);
            } else if (arguments[3].equals("combined")) {
                combined(contacts, rounds);
            } else {
                var segments = new Segments(database, contacts, clock);
                for (var line : SEGMENTS) {
                    var query = QueryParser.parse(line).get();
                    measure(line, rounds, () -> segments.count(query));
                    measure("    its first page", rounds, () -> contacts.page(segments.filter(query), 0, PAGE).size());
                }
            }
        }
    }

    private static void search(Contacts contacts, int rounds) {
        measure("(everybody)", rounds, () -> page(contacts, ""));
        for (var words : TYPED) {
            for (int length = 1; length <= words.length(); length++) {
                var typed = words.substring(0, length);
                if (length <= 3 || length == words.length()) {
                    measure(typed, rounds, () -> page(contacts, typed));
                }
            }
        }
    }

    /** A tag on top of a list while one types, and the orders that a table can be put into. */
    private static void combined(Contacts contacts, int rounds) {
        var both = Filter.ofList(3).withTag(1L);
        measure("(a list and a tag)", rounds, () -> page(contacts, both));
        for (var words : List.of("w", "we", "weber", "nobody here")) {
            measure("(a tag) " + words, rounds, () -> page(contacts, Filter.EVERYONE.withTag(1L).withWords(words)));
            measure("(a list and a tag) " + words, rounds, () -> page(contacts, both.withWords(words)));
        }
        for (var order : Filter.Order.values()) {
            measure("(by " + order + ")", rounds, () -> page(contacts, ordered(Filter.EVERYONE, order)));
            measure("(by " + order + ") we", rounds, () -> page(contacts, ordered(Filter.EVERYONE.withWords("we"), order)));
        }
        measure("(by ATTRIBUTE, a number)", rounds, () -> page(contacts, Filter.EVERYONE.orderedByAttribute("Orders", true)));
        measure("(by ATTRIBUTE, a number) we", rounds, () -> page(contacts, Filter.EVERYONE.withWords("we").orderedByAttribute("Orders", true)));
    }

    private static Filter ordered(Filter filter, Filter.Order order) {
        return order == Filter.Order.ATTRIBUTE ? filter.orderedByAttribute("Source", false) : filter.orderedBy(order, false);
    }

    private static int page(Contacts contacts, String words) {
        return page(contacts, Filter.EVERYONE.withWords(words));
    }

    /** What the table asks for before it shows anything. */
    private static int page(Contacts contacts, Filter filter) {
        int shown = contacts.page(filter, 0, PAGE).size();
        return shown < PAGE ? shown : contacts.count(filter);
    }

    /** Elapsed milliseconds: median, 95th percentile, the first time; then the median of the processor's, which others at work on the computer do not stretch. */
    private static void measure(String what, int rounds, IntSupplier work) {
        var first = Round.of(work);
        var all = Stream.generate(() -> Round.of(work)).limit(rounds).toList();
        System.out.printf("%-55s %,10d %9.1f %9.1f %9.1f %9.1f%n", what, first.found(), share(all, Round::elapsed, 0.5), share(all, Round::elapsed, 0.95), first.elapsed(),
                share(all, Round::processor, 0.5));
    }

    private static double share(List<Round> all, ToDoubleFunction<Round> of, double share) {
        return all.stream().mapToDouble(of).sorted().skip((long) Math.ceil(all.size() * share) - 1).findFirst().orElseThrow();
    }

    private record Round(int found, double elapsed, double processor) {

        private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

        static Round of(IntSupplier work) {
            long began = System.nanoTime();
            long used = THREADS.getCurrentThreadCpuTime();
            int found = work.getAsInt();
            return new Round(found, (System.nanoTime() - began) / 1e6, (THREADS.getCurrentThreadCpuTime() - used) / 1e6);
        }
    }
}

package app.caravel.dns;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.MXRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.PTRRecord;
import org.xbill.DNS.Record;
import org.xbill.DNS.ReverseMap;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

/**
 * One look around in the DNS: each name is asked once, and the whole is bounded. Where the first questions all stay without
 * an answer there is no network, and the rest is not asked.
 */
public final class Lookups {

    /** What is asked for. */
    public enum Kind {
        TXT(Type.TXT),
        A(Type.A),
        AAAA(Type.AAAA),
        MX(Type.MX),
        PTR(Type.PTR);

        private final int type;

        Kind(int type) {
            this.type = type;
        }
    }

    /** What was said. */
    public sealed interface Said {
        /** Texts joined, addresses as literals, names in lower case without the dot at the end, mail servers with the preferred first ("" for a null MX). */
        record Values(List<String> values) implements Said {}

        /** Surely nothing of that kind. */
        record Nothing() implements Said {}

        /** No answer, or one that says nothing. */
        record Unknown() implements Said {}

        /** The values, none where there is nothing or it is not known. */
        default List<String> values() {
            return List.of();
        }

        default boolean isUnknown() {
            return this instanceof Unknown;
        }
    }

    /** So many in a row without any answer: there is no network. */
    private static final int SILENCE = 4;

    /** Whatever a domain includes: more is not asked. */
    private static final int MOST = 200;

    private record Asked(String name, Kind kind) {}

    private final Question question;
    private final Map<Asked, CompletableFuture<Said>> asked = new ConcurrentHashMap<>();
    private final AtomicInteger answered = new AtomicInteger();
    private final AtomicInteger silent = new AtomicInteger();

    private Lookups(Question question) {
        this.question = question;
    }

    public static Lookups ofSystem() {
        return new Lookups(Question.ofSystem());
    }

    public static Lookups to(InetSocketAddress resolver) {
        return new Lookups(Question.to(resolver));
    }

    /** Asks one name and waits. */
    public Said ask(String name, Kind kind) {
        return begin(name, kind).join();
    }

    /** Asks many names at once and waits for all; in the order given. */
    public Map<String, Said> ask(Collection<String> names, Kind kind) {
        names.forEach(name -> begin(name, kind));
        return names.stream().distinct().collect(Collectors.toMap(name -> name, name -> ask(name, kind), (one, _) -> one, java.util.LinkedHashMap::new));
    }

    /** The name that an address is known by in the reverse tree. */
    public Said nameOf(InetAddress address) {
        return ask(reverse(address), Kind.PTR);
    }

    /** Where in the reverse tree an address stands. */
    public static String reverse(InetAddress address) {
        return ReverseMap.fromAddress(address).toString(true);
    }

    /** Asks without waiting. */
    public CompletableFuture<Said> begin(String name, Kind kind) {
        return asked.computeIfAbsent(new Asked(name.toLowerCase(Locale.ROOT), kind), this::send);
    }

    private CompletableFuture<Said> send(Asked about) {
        if (asked.size() >= MOST || answered.get() == 0 && silent.get() >= SILENCE) {
            return CompletableFuture.completedFuture(new Said.Unknown());
        }
        Name name;
        try {
            name = Name.fromString(about.name, Name.root);
        } catch (TextParseException e) {
            return CompletableFuture.completedFuture(new Said.Nothing()); // no such name can be in the DNS
        }
        return question.ask(name, about.kind.type).thenApply(answer -> {
            (answer instanceof Question.Answer.Unusable ? silent : answered).incrementAndGet();
            return switch (answer) {
                case Question.Answer.Records(var records) -> new Said.Values(values(records));
                case Question.Answer.Nothing _, Question.Answer.NoSuchName _ -> new Said.Nothing();
                case Question.Answer.Unusable _ -> new Said.Unknown();
            };
        });
    }

    private static List<String> values(List<Record> records) {
        return records.stream().sorted(Comparator.comparingInt(record -> record instanceof MXRecord mx ? mx.getPriority() : 0)).map(Lookups::value).toList();
    }

    private static String value(Record record) {
        return switch (record) {
            case TXTRecord text -> text.getStringsAsByteArrays().stream().map(part -> new String(part, StandardCharsets.UTF_8)).collect(Collectors.joining());
            case ARecord four -> four.getAddress().getHostAddress();
            case AAAARecord six -> six.getAddress().getHostAddress();
            case MXRecord mx -> plain(mx.getTarget());
            case PTRRecord name -> plain(name.getTarget());
            default -> record.rdataToString();
        };
    }

    private static String plain(Name name) {
        return name.equals(Name.root) ? "" : name.toString(true).toLowerCase(Locale.ROOT);
    }
}

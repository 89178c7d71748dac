package app.caravel.dns;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;

import org.xbill.DNS.DClass;
import org.xbill.DNS.ExtendedResolver;
import org.xbill.DNS.MXRecord;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Resolver;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.Section;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

/** What a resolver is asked about one domain: its MX, and where it has none its addresses. */
final class Question {

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    /** One question more where a datagram got lost. */
    private static final int TRIES = 2;

    /** What one answer says. */
    sealed interface Answer {
        record Records(List<Record> records) implements Answer {}

        /** The name has nothing of that type. */
        record Nothing() implements Answer {}

        record NoSuchName() implements Answer {}

        record Unusable() implements Answer {}
    }

    private final Resolver resolver;

    private Question(Resolver resolver) {
        this.resolver = resolver;
    }

    static Question ofSystem() {
        var servers = new ExtendedResolver();
        servers.setTimeout(PATIENCE);
        servers.setRetries(TRIES);
        return new Question(servers);
    }

    static Question to(InetSocketAddress server) {
        var one = new SimpleResolver(server);
        one.setTimeout(PATIENCE);
        var resolver = new ExtendedResolver(List.of(one));
        resolver.setTimeout(PATIENCE);
        resolver.setRetries(TRIES);
        return new Question(resolver);
    }

    CompletableFuture<MailServer> ask(String domain) {
        Name name;
        try {
            name = Name.fromString(domain, Name.root);
        } catch (TextParseException e) {
            return CompletableFuture.completedFuture(new MailServer.None()); // no such name can be in the DNS
        }
        return ask(name, Type.MX).thenCompose(answer -> switch (answer) {
            case Answer.Records(var records) -> CompletableFuture.completedFuture(servers(records));
            case Answer.NoSuchName _ -> CompletableFuture.completedFuture(new MailServer.None());
            case Answer.Unusable _ -> CompletableFuture.completedFuture(new MailServer.Unknown());
            case Answer.Nothing _ -> addresses(name, domain);
        });
    }

    /** Without an MX the domain's own address takes the mail. */
    private CompletableFuture<MailServer> addresses(Name name, String domain) {
        return ask(name, Type.A).thenCompose(four -> four instanceof Answer.Records ? itself(domain) : ask(name, Type.AAAA).thenCompose(six -> {
            if (six instanceof Answer.Records) {
                return itself(domain);
            }
            boolean said = !(four instanceof Answer.Unusable) && !(six instanceof Answer.Unusable);
            return CompletableFuture.completedFuture(said ? new MailServer.None() : new MailServer.Unknown());
        }));
    }

    private static CompletableFuture<MailServer> itself(String domain) {
        return CompletableFuture.completedFuture(new MailServer.Found(List.of(domain)));
    }

    /** A null MX counts only where it stands alone. */
    private static MailServer servers(List<Record> records) {
        var hosts = records.stream().map(MXRecord.class::cast).sorted(Comparator.comparingInt(MXRecord::getPriority)).map(MXRecord::getTarget)
                .filter(target -> !target.equals(Name.root)).map(target -> target.toString(true).toLowerCase(Locale.ROOT)).distinct().toList();
        return hosts.isEmpty() ? new MailServer.NullMx() : new MailServer.Found(hosts);
    }

    CompletableFuture<Answer> ask(Name name, int type) {
        return resolver.sendAsync(Message.newQuery(Record.newRecord(name, type, DClass.IN))).toCompletableFuture()
                .handle((message, error) -> error != null ? new Answer.Unusable() : read(message, type));
    }

    private static Answer read(Message message, int type) {
        int code = message.getRcode();
        if (code != Rcode.NOERROR && code != Rcode.NXDOMAIN) {
            return new Answer.Unusable();
        }
        var records = message.getSection(Section.ANSWER).stream().filter(record -> record.getType() == type).toList();
        if (!records.isEmpty()) {
            return new Answer.Records(records);
        }
        // a true "no" carries its zone's SOA (RFC 2308, section 2); hotel and office gateways say it without, of every name
        if (message.getSection(Section.AUTHORITY).stream().noneMatch(SOARecord.class::isInstance)) {
            return new Answer.Unusable();
        }
        return code == Rcode.NXDOMAIN ? new Answer.NoSuchName() : new Answer.Nothing();
    }
}

package app.caravel.account.health;

import java.net.IDN;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

import app.caravel.account.Account;
import app.caravel.account.Accounts;
import app.caravel.account.health.Finding.Kind;
import app.caravel.account.health.Finding.State;
import app.caravel.dns.Lookups;
import app.caravel.reason.Problem;
import app.caravel.store.Database;

/** How the domains stand that mail is sent from. Looked up for real; what was found is kept until somebody looks again. */
public final class DomainHealth {

    /** Older than this, it is looked at again when somebody comes by. */
    private static final Duration FRESH = Duration.ofDays(1);

    private final DomainStore store;
    private final Accounts accounts;
    private final Signing signing;
    private final BooleanSupplier oneClick;
    private final Supplier<Lookups> lookups;
    private final Clock clock;

    /**
     * @param oneClick whether mails carry an address to unsubscribe at with one click
     * @param lookups a look around in the DNS, as the network is at that time
     */
    public DomainHealth(Database database, Accounts accounts, Signing signing, BooleanSupplier oneClick, Supplier<Lookups> lookups, Clock clock) {
        this.store = new DomainStore(database.jdbi());
        this.accounts = accounts;
        this.signing = signing;
        this.oneClick = oneClick;
        this.lookups = lookups;
        this.clock = clock;
    }

    /** An address's domain in lower case and A-labels, as the DNS knows it. */
    public static String domainOf(String address) {
        var written = address.substring(address.lastIndexOf('@') + 1).strip();
        try {
            return IDN.toASCII(written).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            return written.toLowerCase(Locale.ROOT);
        }
    }

    /** The accounts that send from a domain by a server that is not this computer. */
    public List<Account> accounts(String domain) {
        return accounts.all().stream().filter(account -> !account.isLoopback() && domainOf(account.fromAddress()).equals(domain)).toList();
    }

    /** What was found when it was looked at last. */
    public Optional<DomainReport> kept(String domain) {
        return store.report(domain);
    }

    /** Whether it is time to look again. */
    public boolean isOld(DomainReport report) {
        return report.at().plus(FRESH).isBefore(clock.instant());
    }

    /** Looks now; some seconds. What nobody answered is unknown, and does not replace what is kept. */
    public DomainReport look(String domain) {
        var subject = Subject.of(domain, accounts(domain), store.signature(domain), signing.of(domain));
        var dns = lookups.get();
        beginAll(domain, dns);
        var findings = new ArrayList<>(SpfLook.of(subject, dns));
        findings.addAll(DkimLook.of(subject, dns));
        findings.addAll(DmarcLook.of(subject, List.copyOf(findings), dns));
        findings.addAll(ServerLook.of(subject, dns));
        var report = new DomainReport(domain, clock.instant(), findings);
        if (List.of(Kind.SPF, Kind.DMARC, Kind.MX).stream().anyMatch(kind -> report.of(kind) != State.UNKNOWN)) {
            store.keep(report);
        }
        return report;
    }

    /** The first questions at once: without a network they all stay unanswered, and nothing else is asked. */
    private static void beginAll(String domain, Lookups dns) {
        var first = List.of(dns.begin(domain, Lookups.Kind.TXT), dns.begin(domain, Lookups.Kind.MX), dns.begin("_dmarc." + domain, Lookups.Kind.TXT),
                dns.begin("default._bimi." + domain, Lookups.Kind.TXT));
        first.forEach(java.util.concurrent.CompletableFuture::join);
    }

    /** Learns from a mail that came from the domain where its key is, and what its signature covers. */
    public SeenSignature learn(String domain, String mail) {
        var signatures = SeenSignature.in(mail);
        var best = signatures.stream().filter(signature -> signature.domain().equals(domain)).findFirst().or(() -> signatures.stream().findFirst())
                .orElseThrow(() -> Problem.of("domain.no-signature", "domain", domain));
        store.keep(domain, best, clock.instant());
        return best;
    }

    /** The rules of the large receivers, as far as they can be told from here. */
    public List<Rule> rules(DomainReport report) {
        return Rules.of(report, store.signature(report.domain()), oneClick.getAsBoolean());
    }

    public Signing signing() {
        return signing;
    }

    /** Signs the domain's mail from now on, if the DNS shows the key. */
    public Signing.Key switchSigningOn(String domain) {
        return signing.switchOn(domain, lookups.get());
    }
}

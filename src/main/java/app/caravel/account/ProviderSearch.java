package app.caravel.account;

import java.net.IDN;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;

import app.caravel.account.route.Route;
import app.caravel.account.route.Trust;
import app.caravel.dns.MailHost;
import app.caravel.dns.MailHosts;
import app.caravel.dns.MailServer;
import app.caravel.dns.MailServers;

/** Finds who runs a mailbox: by the address's domain, by another account of it, by its mail servers, or by trying the names that such servers mostly have. */
public final class ProviderSearch {

    /** What was found. */
    public sealed interface Found {
        /** The domain is a provider's own. */
        record ByDomain(Provider provider) implements Found {}

        /** Another account of the domain works with these servers. */
        record LikeAccount(Account other) implements Found {}

        /** The domain's mail goes to a provider's server. */
        record ByMx(Provider provider, String server) implements Found {}

        /** Servers of the domain's own answer. */
        record OwnHost(MailHostProbe.Servers servers) implements Found {}

        /** Its mail goes through one who hides where it is kept. */
        record Hidden(MailHost gateway) implements Found {}

        /** It is sure that no mail can get to such a domain: a slip of the pen, mostly. */
        record NoSuchDomain(String domain) implements Found {}

        /** Nobody answered: there is no network, or no name server. */
        record NoNetwork() implements Found {}

        /** The domain is there, but nothing we know. */
        record Unknown() implements Found {}
    }

    private final Accounts accounts;
    private final MailServers servers;
    private final BiFunction<String, List<String>, Optional<MailHostProbe.Servers>> probe;

    public ProviderSearch(Accounts accounts, MailServers servers, Route route) {
        this(accounts, servers, new MailHostProbe(route, Trust.ofSystem())::of);
    }

    ProviderSearch(Accounts accounts, MailServers servers, BiFunction<String, List<String>, Optional<MailHostProbe.Servers>> probe) {
        this.accounts = accounts;
        this.servers = servers;
        this.probe = probe;
    }

    /** Looks for the provider of a whole address. Asks name servers and mail servers: some seconds at most. */
    public Found of(String address) {
        var own = Providers.of(address);
        if (own.isPresent()) {
            return new Found.ByDomain(own.get());
        }
        var domain = domain(address);
        return sibling(domain).<Found>map(Found.LikeAccount::new).orElseGet(() -> look(domain));
    }

    private Optional<Account> sibling(String domain) {
        return accounts.all().stream().filter(account -> domain(account.fromAddress()).equals(domain))
                .filter(account -> account.testedAt() != null && account.testProblem() == null && !account.isLoopback()).findFirst();
    }

    private Found look(String domain) {
        var answer = servers.of(List.of(domain), MailServers.Progress.NONE).getOrDefault(domain, new MailServer.Unknown());
        return switch (answer) {
            case MailServer.Unknown _ -> new Found.NoNetwork();
            case MailServer.None _, MailServer.NullMx _ -> new Found.NoSuchDomain(domain);
            case MailServer.Found(var hosts) -> byServers(domain, hosts);
        };
    }

    private Found byServers(String domain, List<String> hosts) {
        var provider = Providers.withMx(hosts);
        if (provider.isPresent()) {
            return new Found.ByMx(provider.get(), hosts.stream().filter(provider.get()::hosts).findFirst().orElseThrow());
        }
        var probed = probe.apply(domain, hosts);
        if (probed.isPresent()) {
            return new Found.OwnHost(probed.get());
        }
        return MailHosts.of(hosts).filter(MailHost::gateway).<Found>map(Found.Hidden::new).orElseGet(Found.Unknown::new);
    }

    /** Lower case, in A-labels, as name servers want it. */
    private static String domain(String address) {
        var written = address.substring(address.lastIndexOf('@') + 1).strip();
        try {
            return IDN.toASCII(written).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            return written.toLowerCase(Locale.ROOT);
        }
    }
}

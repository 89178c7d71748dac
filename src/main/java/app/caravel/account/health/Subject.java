package app.caravel.account.health;

import java.util.List;
import java.util.Optional;

import app.caravel.account.Account;
import app.caravel.account.Provider;
import app.caravel.account.Providers;

/**
 * The domain that is looked at, and what this workspace knows of how its mail leaves.
 *
 * @param hosts the SMTP servers that its accounts send by
 * @param signature of a mail that came from the domain
 * @param signing the key that Caravel signs with
 */
record Subject(String domain, List<String> hosts, Optional<SeenSignature> signature, Optional<Signing.Key> signing) {

    static Subject of(String domain, List<Account> accounts, Optional<SeenSignature> signature, Optional<Signing.Key> signing) {
        return new Subject(domain, accounts.stream().filter(account -> !account.isLoopback()).map(Account::host).distinct().toList(), signature, signing);
    }

    /** Whose the domain itself is: at gmail.com nobody but Google changes the DNS. */
    Optional<Provider> owner() {
        return Providers.of("x@" + domain);
    }

    /** The providers that its mail leaves by. */
    Optional<Provider> provider() {
        return hosts.stream().flatMap(host -> Providers.withServer(host).stream()).findFirst();
    }
}

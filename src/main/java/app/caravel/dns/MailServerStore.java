package app.caravel.dns;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

import org.jdbi.v3.core.Jdbi;

import app.caravel.store.Json;

/** What was answered about domains. Without an answer there is no row. */
final class MailServerStore {

    private final Jdbi jdbi;

    MailServerStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** What was answered about these since a time. */
    Map<String, MailServer> since(Instant time, Collection<String> domains) {
        var found = new HashMap<String, MailServer>();
        jdbi.useHandle(h -> h.createQuery("""
                SELECT domain, state, hosts FROM mail_domain WHERE at > :since AND domain IN (SELECT value FROM json_each(:domains))""")
            .bind("since", time.toEpochMilli()).bind("domains", Json.write(domains))
            .map((row, _) -> Map.entry(row.getString("domain"), read(row.getString("state"), row.getString("hosts"))))
            .forEach(each -> found.put(each.getKey(), each.getValue())));
        return found;
    }

    /** Keeps the answers; those that are unknown are not. */
    void keep(Map<String, MailServer> answers, Instant at) {
        jdbi.useTransaction(h -> {
            var batch = h.prepareBatch("INSERT OR REPLACE INTO mail_domain (domain, state, hosts, at) VALUES (:domain, :state, :hosts, :at)");
            answers.forEach((domain, server) -> {
                if (!(server instanceof MailServer.Unknown)) {
                    batch.bind("domain", domain).bind("state", state(server)).bind("hosts", server instanceof MailServer.Found(var hosts) ? Json.write(hosts) : "[]")
                            .bind("at", at.toEpochMilli()).add();
                }
            });
            if (batch.size() > 0) {
                batch.execute();
            }
        });
    }

    private static String state(MailServer server) {
        return switch (server) {
            case MailServer.Found _ -> "found";
            case MailServer.None _ -> "none";
            case MailServer.NullMx _ -> "null_mx";
            case MailServer.Unknown _ -> throw new IllegalArgumentException("what is unknown is not kept");
        };
    }

    private static MailServer read(String state, String hosts) {
        return switch (state) {
            case "found" -> new MailServer.Found(Json.array(hosts));
            case "null_mx" -> new MailServer.NullMx();
            default -> new MailServer.None();
        };
    }
}

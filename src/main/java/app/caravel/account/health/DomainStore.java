package app.caravel.account.health;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.jdbi.v3.core.Jdbi;
import tools.jackson.core.type.TypeReference;

import app.caravel.store.Json;

/** What was found of domains, and the signatures that were seen on their mails. */
final class DomainStore {

    private final Jdbi db;

    DomainStore(Jdbi db) {
        this.db = db;
    }

    Optional<DomainReport> report(String domain) {
        return db.withHandle(h -> h.createQuery("SELECT at, findings FROM domain_health WHERE domain = :domain").bind("domain", domain)
                .map((rs, _) -> new DomainReport(domain, Instant.ofEpochMilli(rs.getLong("at")), Json.read(rs.getString("findings"), new TypeReference<List<Finding>>() {}))).findOne());
    }

    void keep(DomainReport report) {
        db.useHandle(h -> h.createUpdate("INSERT OR REPLACE INTO domain_health (domain, at, findings) VALUES (:domain, :at, :findings)")
                .bind("domain", report.domain()).bind("at", report.at().toEpochMilli()).bind("findings", Json.write(report.findings())).execute());
    }

    Optional<SeenSignature> signature(String domain) {
        return db.withHandle(h -> h.createQuery("SELECT signer, selector, headers FROM domain_signature WHERE domain = :domain").bind("domain", domain)
                .map((rs, _) -> new SeenSignature(rs.getString("signer"), rs.getString("selector"), List.of(rs.getString("headers").split(":")))).findOne());
    }

    void keep(String domain, SeenSignature signature, Instant at) {
        db.useHandle(h -> h.createUpdate("INSERT OR REPLACE INTO domain_signature (domain, signer, selector, headers, at) VALUES (:domain, :signer, :selector, :headers, :at)")
                .bind("domain", domain).bind("signer", signature.domain()).bind("selector", signature.selector()).bind("headers", String.join(":", signature.headers()))
                .bind("at", at.toEpochMilli()).execute());
    }
}

package app.caravel.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import app.caravel.account.health.DnsLine;
import app.caravel.account.health.DomainHealth;
import app.caravel.account.health.Finding;
import app.caravel.account.health.Rule;
import app.caravel.reason.Problem;
import app.caravel.reason.Reason;
import app.caravel.texts.Texts;
import app.caravel.workspace.Workspace;

/** {@code account health}: how the domain stands that an account sends from. */
@Command(
        name = "health",
        description = "Looks up SPF, DKIM, DMARC and more of an account's domain, with the DNS lines that mend it.")
final class AccountHealthVerb implements Callable<Integer> {

    private static final Texts TEXTS = Texts.in(Texts.Language.ENGLISH);

    @Mixin
    Options options;

    @Parameters(paramLabel = "NAME|DOMAIN")
    String name;

    @Option(names = "--header", paramLabel = "FILE", description = "A mail that came from the domain, or its header: where its DKIM key is and what its signature covers.")
    @Nullable Path header;

    @Override
    public Integer call() {
        try (var workspace = options.openExisting()) {
            var health = workspace.domainHealth();
            var domain = domain(workspace, health);
            if (header != null) {
                learn(health, domain, header);
            }
            var report = health.look(domain);
            report.findings().forEach(this::print);
            health.rules(report).forEach(this::print);
            return 0;
        }
    }

    private String domain(Workspace workspace, DomainHealth health) {
        var account = workspace.accounts().find(name);
        var domain = DomainHealth.domainOf(account.map(found -> found.fromAddress()).orElse(name));
        if (health.accounts(domain).isEmpty()) {
            throw Problem.of(account.isPresent() ? "domain.local" : "domain.unknown", "name", name);
        }
        return domain;
    }

    private static void learn(DomainHealth health, String domain, Path file) {
        try {
            var _ = health.learn(domain, Files.readString(file, StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            throw new Problem(Reason.of("domain.unreadable-file", "file", file.toString()), e);
        }
    }

    private void print(Finding finding) {
        var dns = finding.dns();
        if (options.json()) {
            var row = new LinkedHashMap<String, @Nullable Object>();
            row.put("kind", finding.kind().key());
            row.put("state", finding.state().key());
            row.put("text", TEXTS.get(finding.reason()));
            row.put("dns", dns == null ? null : line(dns));
            options.print(row);
        } else {
            options.out().printf("%-11s %-16s %s%n", TEXTS.get("domain.kind." + finding.kind().key()), TEXTS.get("domain.state." + finding.state().key()), TEXTS.get(finding.reason()));
            if (dns != null) {
                options.out().println("    " + dns.written());
            }
        }
    }

    private void print(Rule rule) {
        var mark = rule.mark().name().toLowerCase(Locale.ROOT);
        var by = rule.by().stream().map(Rule.Receiver::shown).toList();
        if (options.json()) {
            var row = new LinkedHashMap<String, @Nullable Object>();
            row.put("kind", "rule");
            row.put("rule", rule.key());
            row.put("state", mark);
            row.put("by", by);
            row.put("text", TEXTS.get(rule.why()));
            row.put("dns", null);
            options.print(row);
        } else {
            options.out().printf("[%s] %s (%s): %s%n", switch (rule.mark()) {
                case YES -> "x";
                case NO -> " ";
                case UNKNOWN -> "?";
            }, TEXTS.get("domain.rule." + rule.key()), String.join(", ", by), TEXTS.get(rule.why()));
        }
    }

    private static LinkedHashMap<String, String> line(DnsLine dns) {
        var line = new LinkedHashMap<String, String>();
        line.put("name", dns.name());
        line.put("type", dns.type());
        line.put("value", dns.value());
        return line;
    }
}

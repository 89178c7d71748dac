package app.caravel.cli;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import app.caravel.contact.EmailAddress;
import app.caravel.contact.FreeMail;
import app.caravel.contact.MailDomain;
import app.caravel.contact.SuppressionReason;
import app.caravel.reason.Problem;
import app.caravel.texts.Texts;
import app.caravel.workspace.Workspace;

/** Who must not be written to: {@code contacts suppress}, {@code contacts unsuppress}, {@code contacts suppressed}. */
final class SuppressionVerbs {

    private SuppressionVerbs() {}

    @Command(name = "suppress", description = "Puts addresses, whole domains or all of a file on the suppression list: no mail goes there any more.")
    static final class Suppress implements Callable<Integer> {
        @Mixin
        Options options;

        @ArgGroup(multiplicity = "1")
        What what;

        @Option(names = "--reason", paramLabel = "R",
                description = "Why, in your own words; known ones are unsubscribed, hard_bounce, complaint, competitor and own_domain.")
        @Nullable String reason;

        @Option(names = "--subdomains", description = "Domains with what is below them: @competitor.com means @eu.competitor.com too.")
        boolean subdomains;

        /** One of them. */
        static final class What {
            @Parameters(paramLabel = "ADDRESS|@DOMAIN", arity = "1..*", description = "Addresses, and domains with their @.")
            List<String> targets = List.of();

            @Option(names = "--file", required = true, paramLabel = "F", description = "A CSV, text or Excel file with addresses or domains in any column.")
            @Nullable Path file;
        }

        @Override
        public Integer call() {
            var known = Arrays.stream(SuppressionReason.values())
                    .filter(each -> each != SuppressionReason.ERASED && each.key().equalsIgnoreCase(reason == null ? "" : reason.replace('-', '_'))).findFirst();
            what.targets.forEach(SuppressionVerbs::target); // all of them are right before one is taken
            try (var workspace = options.open()) {
                if (what.file != null) {
                    file(workspace, what.file, known);
                }
                for (var target : what.targets) {
                    one(workspace, target, known.orElse(SuppressionReason.MANUAL), known.isPresent() ? null : reason);
                }
            }
            return 0;
        }

        private void file(Workspace workspace, Path file, Optional<SuppressionReason> known) {
            var taken = workspace.suppressionFiles().take(file, known.orElse(reason == null ? SuppressionReason.IMPORTED : SuppressionReason.MANUAL));
            if (options.json()) {
                var row = new LinkedHashMap<String, Object>();
                row.put("import", taken.id());
                row.put("found", taken.found());
                row.put("added", taken.added());
                row.put("known", taken.known());
                row.put("bad", taken.bad());
                row.put("examples", taken.examples());
                options.print(row);
            } else {
                options.out().printf("%,d found: %,d added, %,d on the list before, %,d neither an address nor a domain; taken back by: contacts unsuppress --import %d%n",
                        taken.found(), taken.added(), taken.known(), taken.bad(), taken.id());
            }
        }

        private void one(Workspace workspace, String written, SuppressionReason why, @Nullable String words) {
            var now = workspace.clock().instant();
            var address = EmailAddress.parse(written);
            if (address.isPresent()) {
                tell("address", address.get().canonical(), workspace.suppressions().add(address.get(), why, words, now));
                return;
            }
            var domain = MailDomain.parse(written).orElseThrow();
            if (FreeMail.isDomain(domain.ascii())) {
                options.err().println(Texts.in(Texts.Language.ENGLISH).get("suppression.free-mail", "domain", domain.written(), "n", workspace.suppressions().peopleAt(domain, subdomains)));
            }
            tell("domain", domain.ascii(), workspace.suppressions().add(domain, subdomains, why, words, now));
        }

        private void tell(String kind, String target, boolean added) {
            if (options.json()) {
                options.print(Map.of(kind, target, "added", added));
            } else {
                options.out().println((kind.equals("domain") ? "@" : "") + target + (added ? ": no mail goes there any more" : ": was suppressed before"));
            }
        }
    }

    @Command(name = "unsuppress", description = "Takes an address, a domain or all of a file off the suppression list; what was keeps its history.")
    static final class Unsuppress implements Callable<Integer> {
        @Mixin
        Options options;

        @ArgGroup(multiplicity = "1")
        What what;

        @Option(names = "--reason", paramLabel = "WORDS", description = "Why it may be written to again; an address or a domain asks for it.")
        String reason = "";

        /** One of them. */
        static final class What {
            @Parameters(paramLabel = "ADDRESS|@DOMAIN", description = "An address, or a domain with its @.")
            @Nullable String target;

            @Option(names = "--import", required = true, paramLabel = "N", description = "A file's number, as \"contacts suppress --file F --json\" gives it.")
            @Nullable Long file;
        }

        @Override
        public Integer call() {
            try (var workspace = options.openExisting()) {
                if (what.file != null) {
                    int off = workspace.suppressionFiles().undo(what.file);
                    if (options.json()) {
                        options.print(Map.of("import", what.file, "removed", off));
                    } else {
                        options.out().printf("%,d taken off%n", off);
                    }
                } else if (what.target != null) {
                    var target = target(what.target);
                    var was = workspace.suppressions().remove(target, reason, workspace.clock().instant());
                    if (options.json()) {
                        options.print(Map.of(was.isDomain() ? "domain" : "address", was.isDomain() ? target.substring(1) : target, "was", was.reason().key(), "since", was.since().toString()));
                    } else {
                        options.out().println(target + ": may be written to again");
                    }
                }
            }
            return 0;
        }
    }

    @Command(name = "suppressed", description = "Who must not be written to and why; of one address or domain also what was said of it before.")
    static final class Suppressed implements Callable<Integer> {
        @Mixin
        Options options;

        @Parameters(paramLabel = "ADDRESS|@DOMAIN", arity = "0..1", description = "One of them (default: all).")
        @Nullable String one;

        @Override
        public Integer call() {
            try (var workspace = options.openExisting()) {
                if (one == null) {
                    workspace.suppressions().all().forEach(each -> row(each.target(), "on", each.reason(), each.detail(), each.since().toString()));
                } else {
                    workspace.suppressions().history(target(one)).forEach(each ->
                            row(target(one), each.act().name().toLowerCase(java.util.Locale.ROOT), each.reason(), each.word(), each.at().toString()));
                }
            }
            return 0;
        }

        private void row(String target, String act, SuppressionReason reason, @Nullable String detail, String at) {
            if (options.json()) {
                var row = new LinkedHashMap<String, @Nullable Object>();
                row.put(target.startsWith("@") ? "domain" : "address", target.startsWith("@") ? target.substring(1) : target);
                row.put("act", act);
                row.put("reason", reason.key());
                row.put("detail", detail);
                row.put("at", at);
                options.print(row);
            } else {
                options.out().println(target + "  " + (act.equals("on") ? reason.key() : "taken off, was " + reason.key()) + "  " + at + (detail == null ? "" : "  " + detail));
            }
        }
    }

    /** A canonical address, or @ and a domain. */
    private static String target(String written) {
        if (written.indexOf('@') < 1) {
            if (written.startsWith("@") || written.indexOf('.') > 0) {
                return MailDomain.parse(written).orElseThrow(() -> Problem.of("suppression.no-domain", "domain", written)).written();
            }
            throw Problem.of("contacts.not-an-address", "address", written);
        }
        if (written.startsWith("*@")) {
            return MailDomain.parse(written).orElseThrow(() -> Problem.of("suppression.no-domain", "domain", written)).written();
        }
        return EmailAddress.parse(written).orElseThrow(() -> Problem.of("contacts.not-an-address", "address", written)).canonical();
    }
}

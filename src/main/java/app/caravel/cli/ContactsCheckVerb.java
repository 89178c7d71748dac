package app.caravel.cli;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import app.caravel.audience.Health;
import app.caravel.dns.MailServers;
import app.caravel.texts.Formats;
import app.caravel.texts.Texts;

/** {@code contacts check}: who of a list or a segment can be written to, and why not the others. */
@Command(name = "check", description = "Who of a list or a segment can be written to, and what is the matter with the others.")
final class ContactsCheckVerb implements Callable<Integer> {

    @Mixin
    Options options;

    @Parameters(paramLabel = "LIST", description = "A list, or with --segment a segment.")
    String list;

    @Option(names = "--segment", description = "What is named is a segment: whom it finds now.")
    boolean segment;

    @Override
    public Integer call() {
        try (var workspace = options.openExisting()) {
            var health = segment ? workspace.listHealth().check(workspace.segments().filter(workspace.segments().get(list).query()), MailServers.Progress.NONE)
                    : workspace.listHealth().check(workspace.lists().get(list).id(), MailServers.Progress.NONE);
            if (options.json()) {
                options.print(json(health));
            } else {
                tell(health);
            }
        }
        return 0;
    }

    private static Map<String, @Nullable Object> json(Health health) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("people", health.people());
        json.put("writable", health.writable());
        json.put("groups", health.groups().stream().map(ContactsCheckVerb::json).toList());
        json.put("expected_bounces", health.expectedBounces());
        json.put("domains_not_known", health.notKnown());
        return json;
    }

    private static Map<String, Object> json(Health.Group group) {
        var json = new LinkedHashMap<String, Object>();
        json.put("reason", group.trouble().key());
        json.put("count", group.members().size());
        json.put("addresses", group.members().stream().map(Health.Member::address).toList());
        json.put("writable", group.members().stream().filter(Health.Member::writable).count());
        var proposals = new LinkedHashMap<String, String>();
        group.members().forEach(member -> {
            if (member.proposal() != null) {
                proposals.put(member.address(), member.proposal().written());
            }
        });
        if (!proposals.isEmpty()) {
            json.put("proposals", proposals);
        }
        return json;
    }

    private void tell(Health health) {
        var texts = Texts.in(Texts.Language.ENGLISH);
        var out = options.out();
        out.println(texts.get("health.people", "people", health.people(), "writable", health.writable()));
        for (var group : health.groups()) {
            var first = group.members().getFirst();
            out.printf("  %,7d  %s (%s%s)%n", group.members().size(), texts.get("health.trouble." + group.trouble().key()), first.address(),
                    first.proposal() == null ? "" : " -> " + first.proposal().written());
        }
        if (health.notKnown() > 0) {
            out.println(texts.get("health.not-known", "n", health.notKnown()));
        }
        var share = health.expectedBounces();
        out.println(share == null ? texts.get("health.bounces-not-known") : texts.get("health.bounces", "share", new Formats(texts, Clock.systemUTC(), ZoneOffset.UTC).percent(share)));
    }
}

package app.caravel.cli;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import app.caravel.campaign.Plan;
import app.caravel.texts.Texts;

/** {@code campaign plan}: what goes when by which account; nothing is sent. */
@Command(name = "plan", description = "What goes when by which account, as things stand now; nothing is sent.")
final class CampaignPlanVerb implements Callable<Integer> {

    private static final Texts TEXTS = Texts.in(Texts.Language.ENGLISH);

    @Mixin
    Options options;

    @Parameters(paramLabel = "NAME")
    String name;

    @Option(names = "--local-time", description = "As if it were sent in office hours where each recipient is.")
    boolean localTime;

    @Override
    public Integer call() {
        try (var workspace = options.openExisting()) {
            var campaign = workspace.campaigns().named(name);
            var plan = localTime ? workspace.runs().plan(campaign, app.caravel.campaign.Schedule.THEIR_HOURS) : workspace.runs().plan(campaign);
            if (options.json()) {
                json(plan);
            } else {
                words(plan);
            }
        }
        return 0;
    }

    private void json(Plan plan) {
        for (var slot : plan.slots()) {
            var row = new LinkedHashMap<String, Object>();
            row.put("account", slot.account().name());
            row.put("from", slot.from().toString());
            row.put("to", slot.to().toString());
            row.put("messages", slot.messages());
            options.print(row);
        }
        var last = new LinkedHashMap<String, @Nullable Object>();
        last.put("done", plan.done() == null ? null : plan.done().toString());
        last.put("messages", plan.messages());
        last.put("held", plan.held());
        last.put("suppressed", plan.suppressed());
        last.put("beside", plan.parts().stream().filter(part -> part.before() > 0).map(CampaignPlanVerb::beside).toList());
        options.print(last);
    }

    private static Map<String, Object> beside(Plan.Part part) {
        var row = new LinkedHashMap<String, Object>();
        row.put("account", part.account().name());
        row.put("campaigns", part.beside().stream().map(Plan.Beside::name).toList());
        row.put("messages_before", part.before());
        return row;
    }

    private void words(Plan plan) {
        for (var slot : plan.slots()) {
            options.out().printf("%s  %s to %s  %,6d mails%n", slot.account().name(), shown(slot.from()), shown(slot.to()), slot.messages());
        }
        options.out().println(plan.done() == null ? TEXTS.get("plan.nobody", "held", plan.held(), "suppressed", plan.suppressed())
                : TEXTS.get("plan.done", "n", plan.messages(), "accounts", (int) plan.parts().stream().filter(part -> part.messages() > 0).count(), "at", plan.done().toEpochMilli()));
        if (plan.done() != null && plan.held() > 0) {
            options.out().println(TEXTS.get("plan.held", "n", plan.held()));
        }
        for (var part : plan.parts()) {
            if (part.messages() > 0) {
                options.out().println(TEXTS.get("plan.slow." + part.slow().name().toLowerCase(Locale.ROOT).replace('_', '-'), "account", part.account().name()));
                if (part.before() > 0) {
                    options.out().println(TEXTS.get("plan.beside", "n", part.beside().size(), "name", part.beside().getFirst().name(), "mails", part.before(), "account", part.account().name()));
                }
            }
        }
    }

    private static String shown(Instant at) {
        return DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).format(at.atZone(ZoneId.systemDefault()));
    }
}

package app.caravel.cli;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import app.caravel.campaign.SendingDays.Mails;

/** {@code campaign calendar}: what went out and will go out on which day, over all campaigns. */
@Command(name = "calendar", description = "What went out and will go out on which day, over all campaigns, as things stand now.")
final class CampaignCalendarVerb implements Callable<Integer> {

    @Mixin
    Options options;

    @Option(names = "--from", paramLabel = "DAY", description = "The first day, e.g. 2026-11-01; the first of this month where none is given.")
    @Nullable LocalDate from;

    @Option(names = "--to", paramLabel = "DAY", description = "The last day; the end of the first day's month where none is given.")
    @Nullable LocalDate to;

    @Override
    public Integer call() {
        try (var workspace = options.openExisting()) {
            var zone = ZoneId.systemDefault();
            var first = from == null ? LocalDate.ofInstant(workspace.clock().instant(), zone).withDayOfMonth(1) : from;
            var last = to == null ? first.withDayOfMonth(first.lengthOfMonth()) : to;
            var days = workspace.runs().days();
            if (!last.isBefore(first)) {
                days.between(first, last, zone, days.ahead()).forEach(this::print);
            }
        }
        return 0;
    }

    private void print(Mails mails) {
        if (!options.json()) {
            options.out().printf("%s  %,7d sent  %,7d planned  %s%n", mails.day(), mails.sent(), mails.planned(), mails.name());
            return;
        }
        var row = new LinkedHashMap<String, Object>();
        row.put("day", mails.day().toString());
        row.put("campaign", mails.name());
        row.put("state", mails.state().key());
        row.put("sent", mails.sent());
        row.put("planned", mails.planned());
        options.print(row);
    }
}

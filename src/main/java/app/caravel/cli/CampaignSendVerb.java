package app.caravel.cli;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.EnumSet;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import app.caravel.calendar.SendWindow;
import app.caravel.campaign.Runs;
import app.caravel.campaign.Schedule;
import app.caravel.reason.Problem;
import app.caravel.reason.Reason;
import app.caravel.texts.Texts;

/** {@code campaign send}: now, at a time, or in the hours of each recipient. */
@Command(name = "send", description = "Sends the campaign; a second time: goes on where it stopped.")
final class CampaignSendVerb implements Callable<Integer> {

    @Mixin
    Options options;

    @Parameters(paramLabel = "NAME")
    String name;

    @Option(names = "--connections", paramLabel = "N", description = "Connections at once for each account (default: ${DEFAULT-VALUE}).")
    int connections = Runs.CONNECTIONS;

    @Option(names = "--at", paramLabel = "TIME", description = "Plan it for RFC 3339 TIME; without offset the system's zone.")
    @Nullable String at;

    @Option(names = "--local-time", description = "Plan it for office hours where each recipient is, not on his weekend or holidays; with --at: not before then.")
    boolean localTime;

    @Option(names = "--hours", paramLabel = "HH:MM-HH:MM", description = "With --local-time: these hours (default: 09:00-17:00).")
    @Nullable String hours;

    @Option(names = "--per-day", paramLabel = "N", description = "Plan at most so many mails of this campaign a day.")
    int perDay;

    @Override
    public Integer call() {
        var from = at == null ? null : Times.of(at);
        var window = localTime ? hours == null ? SendWindow.OFFICE : window(hours) : SendWindow.ALWAYS;
        boolean planned = from != null || localTime || perDay > 0;
        try (var workspace = options.openExisting()) {
            var campaign = workspace.campaigns().named(name);
            if (planned) {
                workspace.campaigns().schedules().put(campaign.id(), new Schedule(from, window, Math.max(0, perDay)));
                workspace.campaigns().schedule(campaign, from == null ? workspace.clock().instant() : from);
            } else {
                if (campaign.startedAt() == null) {
                    workspace.campaigns().schedules().put(campaign.id(), Schedule.AT_ONCE);
                }
                if (campaign.tracked() && workspace.tracked().now().isEmpty()) {
                    options.err().println("caravel: " + Texts.in(Texts.Language.ENGLISH).get("campaign.untracked"));
                }
                workspace.runs().send(campaign, connections);
                LogVerbs.complete(options, workspace);
            }
            CampaignStatus.print(options, workspace.runs().progress(campaign.id()), workspace.runs().messages());
            if (!planned) {
                AccountSentVerb.finish(options, workspace);
            }
        }
        return 0;
    }

    private static SendWindow window(String written) {
        try {
            var ends = written.split("-", 2);
            return new SendWindow(EnumSet.allOf(DayOfWeek.class), false, LocalTime.parse(ends[0].strip()), LocalTime.parse(ends[1].strip()), true, true);
        } catch (DateTimeParseException | ArrayIndexOutOfBoundsException | IllegalArgumentException e) {
            throw new Problem(Reason.of("campaign.bad-window", "window", written), e);
        }
    }
}

package app.caravel.desktop.today;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import app.caravel.calendar.OfficeHours;
import app.caravel.calendar.TheirZone;
import app.caravel.calendar.WorkDays;
import app.caravel.campaign.CampaignState;
import app.caravel.campaign.MessageState;
import app.caravel.contact.Filter;
import app.caravel.desktop.kit.Place;
import app.caravel.desktop.kit.Ui;
import app.caravel.reason.Reason;
import app.caravel.report.CallList;
import app.caravel.report.CampaignOverviews.Overview;
import app.caravel.workspace.Workspace;

/** Reads the day from the workspace. Called in the background. */
final class DayReader {

    private static final int LISTED = 200;

    private final Workspace workspace;
    private final Ui ui;

    DayReader(Workspace workspace, Ui ui) {
        this.workspace = workspace;
        this.ui = ui;
    }

    Day read() {
        var now = ui.clock().instant();
        var from = now.minus(CallList.LATELY);
        var yesterday = ui.sinceYesterday();
        var overviews = workspace.overviews().all();
        var callList = workspace.callList();
        var work = workspace.workCalendar().workDays();
        var due = due(now, work);
        var here = now.atZone(ui.zone());
        return new Day(due, callers(callList.people(from, here, LISTED), now, work), callList.count(from, here), needs(overviews), next(overviews, now),
                callList.since(yesterday), workspace.followUps().doneSince(yesterday.plus(Duration.ofDays(1))),
                workspace.contacts().count(Filter.EVERYONE) > 0, !overviews.isEmpty());
    }

    private List<Day.Due> due(Instant now, WorkDays work) {
        return workspace.nextSteps().due(LocalDate.ofInstant(now, ui.zone()), LISTED).stream().flatMap(step -> workspace.contacts().find(step.contact()).stream().map(contact -> {
            var zone = TheirZone.of(contact.timeZone(), contact.country(), contact.city()).orElse(null);
            return new Day.Due(step, contact, zone, zone == null ? null : OfficeHours.at(now, zone.zone(), contact.country(), work));
        })).toList();
    }

    private static List<Day.Caller> callers(List<CallList.Person> people, Instant now, WorkDays work) {
        var callers = new ArrayList<>(people.stream().map(person -> caller(person, now, work)).toList());
        if (callers.size() > 2) {
            // the first is who gave the strongest sign; the rest in the order in which they can still be reached
            callers.subList(1, callers.size()).sort(Comparator.comparingInt(DayReader::reach));
        }
        return List.copyOf(callers);
    }

    private static Day.Caller caller(CallList.Person person, Instant now, WorkDays work) {
        var zone = TheirZone.of(person.timeZone(), person.country(), person.city()).orElse(null);
        return new Day.Caller(person, zone, zone == null ? null : OfficeHours.at(now, zone.zone(), person.country(), work));
    }

    /** Open offices by how soon they close, then closed ones by how soon they open, in half hours so that signs still count. */
    private static int reach(Day.Caller caller) {
        var office = caller.office();
        if (office == null) {
            return 1_000;
        }
        int halfHours = (int) (office.until().toMinutes() / 30);
        return office.isOpen() ? halfHours : 100 + Math.min(halfHours, 800);
    }

    private List<Day.Need> needs(List<Overview> overviews) {
        var accounts = workspace.accounts().all().stream().flatMap(account -> needs(Day.Gravity.BAD,
                Reason.of("today.need.account", "address", account.fromAddress()), account.testProblem(), "today.need.mend", Place.account(account.id())));
        var paused = overviews.stream().map(Overview::campaign).filter(campaign -> campaign.state() == CampaignState.PAUSED)
                .flatMap(campaign -> needs(Day.Gravity.BAD, Reason.of("today.need.stopped", "name", campaign.name()), campaign.problem(),
                        "today.need.open", Place.campaign(campaign.id())));
        var doubt = overviews.stream().filter(overview -> inDoubt(overview) > 0)
                .map(overview -> new Day.Need(Day.Gravity.QUESTION, Reason.of("today.need.doubt", "n", inDoubt(overview)),
                        Reason.of("today.need.doubt.detail", "name", overview.campaign().name()), "today.need.decide", Place.NEEDS_YOU));
        var tracker = workspace.evidence().trackers().status().stream().flatMap(status -> needs(Day.Gravity.QUESTION,
                Reason.of("today.need.tracker"), status.problem(), "today.need.look", Place.settings("tracker")));
        return Stream.of(accounts, paused, doubt, tracker).flatMap(each -> each).toList();
    }

    private static int inDoubt(Overview overview) {
        return overview.counts().of(MessageState.IN_DOUBT);
    }

    /** One need where there is a problem, none where all is well. */
    private static Stream<Day.Need> needs(Day.Gravity gravity, Reason what, @Nullable Reason problem, String actKey, Place place) {
        return problem == null ? Stream.empty() : Stream.of(new Day.Need(gravity, what, problem, actKey, place));
    }

    private static List<Day.Next> next(List<Overview> overviews, Instant now) {
        return overviews.stream().filter(overview -> overview.campaign().state() == CampaignState.RUNNING || overview.campaign().state() == CampaignState.SCHEDULED)
                .map(overview -> {
                    boolean running = overview.campaign().state() == CampaignState.RUNNING;
                    return new Day.Next(overview.campaign().id(), overview.campaign().name(), running ? now : overview.campaign().scheduledAt(),
                            running ? overview.counts().all() : overview.people(), running, overview.counts().left());
                })
                .sorted(Comparator.comparing(Day.Next::at, Comparator.nullsLast(Comparator.naturalOrder())))
                .toList();
    }
}

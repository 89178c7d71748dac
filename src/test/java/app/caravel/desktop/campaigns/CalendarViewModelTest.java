package app.caravel.desktop.campaigns;

import java.nio.file.Path;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import app.caravel.account.Account;
import app.caravel.account.Pace;
import app.caravel.campaign.SendingDays.Mails;
import app.caravel.desktop.campaigns.CalendarViewModel.Day;
import app.caravel.desktop.campaigns.CalendarViewModel.Kind;
import app.caravel.desktop.campaigns.CalendarViewModel.Month;
import app.caravel.desktop.campaigns.CalendarViewModel.Off;
import app.caravel.desktop.kit.InlineBackground;
import app.caravel.workspace.Home;
import app.caravel.workspace.Workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The calendar on Tuesday 24 November 2026, 16:12 in Shanghai. */
class CalendarViewModelTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    @TempDir
    Path folder;

    private final InlineBackground background = new InlineBackground();
    private Workspace workspace;
    private CampaignData data;
    private Account anna;
    private CalendarViewModel model;

    @BeforeEach
    void open() {
        workspace = Workspace.open(new Home(folder), Clock.fixed(CampaignData.NOW, ZONE));
        workspace.mannersSettings().put(app.caravel.campaign.Manners.Rules.NONE);
        data = new CampaignData(workspace);
        anna = data.account();
        workspace.paces().put(anna.id(), Pace.NONE);
        model = new CalendarViewModel(workspace, background, ZONE);
    }

    @AfterEach
    void close() {
        assertEquals(List.of(), background.told());
        workspace.close();
    }

    @Test
    void aMonthIsWholeWeeksFromTheFirstDayThatTheLanguageSays() {
        model.refresh();
        assertEquals(LocalDate.of(2026, 10, 26), month().days().getFirst().date());
        assertEquals(LocalDate.of(2026, 12, 6), month().days().getLast().date());
        assertEquals(LocalDate.of(2026, 11, 24), month().today());
        model.weeksBeginWith(DayOfWeek.SUNDAY);
        model.refresh();
        assertEquals(LocalDate.of(2026, 11, 1), month().days().getFirst().date());
        assertEquals(35, month().days().size());
    }

    @Test
    void whatWasSentStandsOnThePersonsOwnDay() {
        data.sent("Late", data.list("Late buyers", 40), anna.id(), Instant.parse("2026-11-09T16:30:00Z"));
        model.refresh();
        assertEquals(List.of(), day(9).mails());
        var late = day(10).mails().getFirst();
        assertEquals(new Mails(LocalDate.of(2026, 11, 10), 1, "Late", late.state(), 40, 0), late);
        assertEquals(Kind.SENT, CalendarViewModel.kind(late));
        assertEquals(40, month().sent());
    }

    @Test
    void whatRunsAndWhatIsScheduledStandOnTheDaysOfTheirPlans() {
        data.halfway("Running", data.list("Old buyers", 900), anna.id(), "running", 100, 0, null);
        var scheduled = data.draft("Scheduled", data.list("New buyers", 300), anna.id());
        workspace.campaigns().schedule(scheduled, Instant.parse("2026-11-30T01:00:00Z"));
        data.draft("A draft", data.list("Nobody yet", 20), anna.id());
        model.refresh();
        var today = day(24).mails().getFirst();
        assertEquals(Kind.SENDING, CalendarViewModel.kind(today));
        assertEquals(100, today.sent());
        assertEquals(360, today.planned(), "460 a day, 100 of them are gone");
        assertEquals(800, month().days().stream().flatMap(each -> each.mails().stream()).filter(each -> each.name().equals("Running")).mapToInt(Mails::planned).sum());
        var then = day(30).mails().getFirst();
        assertEquals("Scheduled", then.name());
        assertEquals(300, then.planned());
        assertEquals(Kind.SCHEDULED, CalendarViewModel.kind(then));
        assertTrue(month().days().stream().flatMap(each -> each.mails().stream()).noneMatch(each -> each.name().equals("A draft")));
    }

    @Test
    void daysOffAreThoseOfTheCountriesThatMostRecipientsAreIn() {
        long list = data.list("Gulf and Germany", 28);
        workspace.database().jdbi().useHandle(h -> h.execute("UPDATE contact SET country = CASE WHEN id % 3 = 0 THEN 'DE' ELSE 'KW' END"));
        data.sent("Autumn", list, anna.id(), CampaignData.NOW.minus(Duration.ofDays(3)));
        model.refresh();
        assertEquals(List.of("KW", "DE"), month().countries());
        assertEquals(List.of(new Off("KW", null)), day(6).off());
        assertFalse(day(6).free(), "Germans work on Fridays");
        assertTrue(day(7).free());
        assertTrue(day(9).off().isEmpty());
        model.next();
        var christmas = day(25);
        assertEquals("DE", christmas.off().getFirst().country());
        assertTrue(christmas.free(), "a Friday");
    }

    @Test
    void keysMoveTheDayAndTheMonthFollows() {
        model.refresh();
        model.moveBy(7);
        assertEquals(LocalDate.of(2026, 12, 1), model.chosen().get());
        assertEquals(YearMonth.of(2026, 12), month().of());
        model.previous();
        model.previous();
        assertEquals(YearMonth.of(2026, 10), month().of());
        model.today();
        assertEquals(LocalDate.of(2026, 11, 24), model.chosen().get());
        assertEquals(YearMonth.of(2026, 11), month().of());
    }

    @Test
    void aWorkspaceThatNeverSentHasNothingToShow() {
        model.refresh();
        assertFalse(month().any());
        assertTrue(day(28).free(), "Saturday, where nothing is known of anybody's country");
    }

    private Month month() {
        return Objects.requireNonNull(model.month.value());
    }

    private Day day(int ofMonth) {
        return month().day(month().of().atDay(ofMonth));
    }
}

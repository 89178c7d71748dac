package app.caravel.desktop.today;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import app.caravel.desktop.ScreenPictures;
import app.caravel.desktop.kit.InlineBackground;
import app.caravel.desktop.kit.Place;
import app.caravel.desktop.kit.Robot;
import app.caravel.desktop.kit.TestUi;
import app.caravel.desktop.kit.Theme;
import app.caravel.sandbox.Rehearsal;
import app.caravel.sandbox.Sandbox;
import app.caravel.texts.Texts.Language;
import app.caravel.workspace.Home;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class TodayTest {

    @TempDir
    static Path folder;

    private static Sandbox sandbox;

    @BeforeAll
    static void rehearse() {
        sandbox = Sandbox.open(new Home(folder));
        sandbox.importSample(120, "Sample buyers");
        new Rehearsal(sandbox).run(sandbox.readyCampaigns(sandbox.workspace().lists().find("Sample buyers").orElseThrow()).getFirst());
    }

    @AfterAll
    static void close() {
        sandbox.close();
    }

    private static TestUi window() {
        return Robot.onScreen(() -> new TestUi(new Theme(Theme.Choice.LIGHT, Language.ENGLISH), new InlineBackground(), sandbox.workspace().clock(), ZoneId.of("Asia/Shanghai")));
    }

    private static Day day(TodayViewModel model) {
        model.load();
        return Objects.requireNonNull(model.day.value());
    }

    @Test
    void peopleWithASignAreToBeCalledAndNobodyWhoUnsubscribed() {
        var day = day(new TodayViewModel(sandbox.workspace(), window().ui));
        assertTrue(day.total() > 0);
        assertEquals(day.total(), day.callers().size());
        for (var caller : day.callers()) {
            assertFalse(sandbox.workspace().suppressions().isSuppressed(app.caravel.contact.EmailAddress.parse(caller.person().address()).orElseThrow()));
            assertFalse(caller.person().signs().isEmpty());
        }
        assertTrue(day.callers().getFirst().person().signs().stream().anyMatch(sign -> sign.click() && sign.sure()), "the strongest sign is a sure click");
    }

    @Test
    void whoIsFollowedUpIsGoneAndUndoBringsHimBack() {
        var window = window();
        var model = new TodayViewModel(sandbox.workspace(), window.ui);
        int before = day(model).total();
        var first = day(model).callers().getFirst();
        model.done(first);
        assertEquals(before - 1, day(model).total());
        window.toasted.getLast().links().getFirst().act().run();
        assertEquals(before, day(model).total());
        model.tomorrow(first);
        assertEquals(before - 1, day(model).total());
        window.toasted.getLast().links().getFirst().act().run();
        assertEquals(before, day(model).total());
    }

    @Test
    void todayIsDrawnInEveryLook() {
        var files = ScreenPictures.write(sandbox.workspace(), true, Path.of("target/screens/today"), List.of(new ScreenPictures.Shot("today", Place.TODAY)), ScreenPictures.LOOKS);
        assertEquals(ScreenPictures.LOOKS.size(), files.size());
    }
}

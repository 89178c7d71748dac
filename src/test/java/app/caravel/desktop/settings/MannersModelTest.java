package app.caravel.desktop.settings;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Objects;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import app.caravel.campaign.Manners.Rules;
import app.caravel.desktop.kit.InlineBackground;
import app.caravel.desktop.kit.Place;
import app.caravel.desktop.kit.Robot;
import app.caravel.desktop.kit.Snapshots;
import app.caravel.desktop.kit.TestUi;
import app.caravel.desktop.kit.Theme;
import app.caravel.desktop.shell.Frame;
import app.caravel.reason.Reason;
import app.caravel.store.Json;
import app.caravel.texts.Texts.Language;
import app.caravel.workspace.Home;
import app.caravel.workspace.Workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;

class MannersModelTest {

    private final ArrayDeque<Runnable> undo = new ArrayDeque<>();

    @TempDir
    Path folder;

    private Workspace workspace;
    private MannersModel model;

    @BeforeEach
    void open() {
        var clock = Clock.fixed(Instant.parse("2026-11-24T08:12:00Z"), ZoneOffset.UTC);
        workspace = Workspace.open(new Home(folder), clock);
        var ui = Robot.onScreen(() -> new TestUi(new Theme(Theme.Choice.LIGHT, Language.ENGLISH), new InlineBackground(), clock, ZoneId.of("Asia/Shanghai"))).ui;
        model = new MannersModel(workspace, ui, undo::push);
        model.load();
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    private void hold(int people, Reason why) {
        var campaign = workspace.campaigns().createDraft("Autumn " + why.key());
        workspace.database().jdbi().useHandle(h -> {
            for (int i = 0; i < people; i++) {
                h.execute("""
                        INSERT INTO message (campaign_id, contact_id, address, recipient, account_id, random_id, message_id, state, since, reason)
                        VALUES (?, ?, 'a', 'a', 1, randomblob(10), hex(randomblob(10)), 'held', 0, ?)""", campaign.id(), i, Json.write(why));
            }
        });
    }

    @Test
    void eachRuleSaysHowManyWaitForIt() {
        hold(22, Reason.of("manners.lately", "at", 0L, "campaign", "Spring", "days", 7));
        hold(3, Reason.of("manners.answered", "at", 0L));
        model.load();
        var known = Objects.requireNonNull(model.known.value());
        assertEquals(List.of(22, 0, 0, 3), List.of(known.waiting("manners.lately"), known.waiting("manners.company"), known.waiting("manners.busy"), known.waiting("manners.answered")));
    }

    @Test
    void aChangeIsKeptAtOnceAndTakenBackStepByStep() {
        model.days(3);
        model.perCompany(0);
        model.colleaguesWait(false);
        assertEquals(new Rules(3, 0, true, false), workspace.mannersSettings().rules());
        undo.pop().run();
        assertEquals(new Rules(3, 0, true, true), workspace.mannersSettings().rules());
        undo.pop().run();
        undo.pop().run();
        assertEquals(Rules.USUAL, workspace.mannersSettings().rules());
        assertEquals(Rules.USUAL, Objects.requireNonNull(model.known.value()).rules());
    }

    @Test
    void theSectionIsDrawn() {
        hold(22, Reason.of("manners.lately", "at", 0L, "campaign", "Spring", "days", 7));
        for (var language : Language.values()) {
            for (var choice : List.of(Theme.Choice.LIGHT, Theme.Choice.DARK)) {
                var frame = Robot.onScreen(() -> new Frame(workspace, "Lumitech", new Theme(choice, language), new TestUi.NoDesk(), ZoneId.of("Asia/Shanghai")));
                var scene = Robot.onScreen(() -> Snapshots.scene(frame, 1280, 720, frame.ui().theme()));
                Robot.onScreen(() -> {
                    frame.ui().go(Place.settings("manners"));
                    return true;
                });
                Snapshots.settle(frame.ui().background());
                var look = (language == Language.CHINESE ? "-zh" : "") + (choice == Theme.Choice.DARK ? "-dark" : "");
                Snapshots.write(Robot.onScreen(() -> Snapshots.of(scene)), Path.of("target/screens/settings-manners" + look + ".png"));
                var shown = Robot.onScreen(() -> scene.getRoot().lookupAll(".label").stream().map(node -> ((javafx.scene.control.Label) node).getText()).toList());
                assertEquals(true, shown.contains(frame.ui().text("settings.manners.cost", "n", 22)));
                Robot.onScreen(() -> {
                    frame.end();
                    return true;
                });
            }
        }
    }
}

package app.caravel.desktop;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import javafx.scene.layout.StackPane;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import app.caravel.account.Account;
import app.caravel.account.Security;
import app.caravel.campaign.Audience;
import app.caravel.campaign.Campaign;
import app.caravel.campaign.DueRuns;
import app.caravel.campaign.MessageState;
import app.caravel.contact.imports.ImportOptions;
import app.caravel.contact.imports.Progress;
import app.caravel.desktop.kit.InlineBackground;
import app.caravel.desktop.kit.Place;
import app.caravel.desktop.kit.Robot;
import app.caravel.desktop.kit.Snapshots;
import app.caravel.desktop.kit.TestUi;
import app.caravel.desktop.kit.Theme;
import app.caravel.desktop.kit.ToastView;
import app.caravel.smtp.ScriptedServer;
import app.caravel.texts.Texts.Language;
import app.caravel.workspace.Home;
import app.caravel.workspace.Workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Caravel ends while campaigns run, and is started again. */
class GoesOnTest {

    @TempDir
    Path folder;

    private TestUi shown(Theme.Choice choice, Language language) {
        return Robot.onScreen(() -> new TestUi(new Theme(choice, language), new InlineBackground(), Clock.systemUTC(), ZoneId.of("Asia/Shanghai")));
    }

    @Test
    void aStartSaysWhatGoesOnByItselfAndLeadsToTheRun() throws Exception {
        Robot.startToolkit();
        var home = new Home(folder.resolve("home"));
        try (var server = ScriptedServer.start((_, _) -> null)) {
            Campaign autumn;
            Campaign spring;
            try (var workspace = Workspace.open(home, Clock.systemUTC())) {
                var _ = workspace.importer().run(java.nio.file.Files.writeString(folder.resolve("b.csv"), "Mail\na@x.example\nb@y.example\nc@z.example\n"), ImportOptions.NOTICED, "Buyers", Progress.NONE);
                autumn = begin(workspace, server, "Autumn");
            }
            var english = shown(Theme.Choice.LIGHT, Language.ENGLISH);
            try (var workspace = Workspace.open(home, Clock.systemUTC()); var _ = DueRuns.watch(workspace.runs(), new GoesOn(workspace.runs(), english.ui))) {
                Robot.waitFor(() -> !english.toasted.isEmpty(), "says so");
                var toast = english.toasted.getFirst();
                assertEquals(List.of("“Autumn” goes on where it stopped", "1 of 3 sent"), List.of(toast.title(), String.valueOf(toast.help())));
                toast.links().getFirst().act().run();
                assertEquals(List.of(Place.campaign(autumn.id())), english.went);
                for (var language : Language.values()) {
                    for (var choice : List.of(Theme.Choice.LIGHT, Theme.Choice.DARK)) {
                        draw(workspace, autumn, language, choice);
                    }
                }
                spring = begin(workspace, server, "Spring");
                assertEquals(1, english.toasted.size(), "what begins later is no news");
            }
            var chinese = shown(Theme.Choice.LIGHT, Language.CHINESE);
            try (var workspace = Workspace.open(home, Clock.systemUTC()); var _ = DueRuns.watch(workspace.runs(), new GoesOn(workspace.runs(), chinese.ui))) {
                Robot.waitFor(() -> !chinese.toasted.isEmpty(), "says so");
                assertEquals(List.of("2 个群发任务接着上次继续发", autumn.name() + " · " + spring.name()), List.of(chinese.toasted.getFirst().title(), String.valueOf(chinese.toasted.getFirst().help())));
            }
        }
    }

    /** One mail leaves, and the account has had its hour: the campaign runs, and waits. */
    private static Campaign begin(Workspace workspace, ScriptedServer server, String name) {
        var account = workspace.accounts().save(new Account(0, name, "Anna", name + "@lumitech.example", "127.0.0.1", server.port(), Security.NONE, null, null, 0, 1, 0, null, null));
        var campaign = workspace.campaigns().create(name, Audience.of(workspace.lists().get("Buyers")), account.id(), "Hello", "<p>Hello</p>", null);
        workspace.runs().start(campaign);
        Robot.waitFor(() -> workspace.runs().messages().counts(campaign.id()).of(MessageState.SENT) == 1, "sends one");
        return workspace.campaigns().find(campaign.id()).orElseThrow();
    }

    private void draw(Workspace workspace, Campaign running, Language language, Theme.Choice choice) {
        var test = shown(choice, language);
        Robot.onScreen(() -> {
            new GoesOn(workspace.runs(), test.ui).accept(List.of(running));
            return true;
        });
        Robot.waitFor(() -> !test.toasted.isEmpty(), "says so");
        var picture = Robot.onScreen(() -> Snapshots.of(Snapshots.scene(new StackPane(new ToastView(test.ui, test.toasted.getFirst(), () -> {})), 440, 120, test.ui.theme())));
        Snapshots.write(picture, Path.of("target/screens/goes-on" + (language == Language.CHINESE ? "-zh" : "") + (choice == Theme.Choice.DARK ? "-dark" : "") + ".png"));
    }
}

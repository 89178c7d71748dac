package app.caravel.desktop.shell;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.value.ChangeListener;
import javafx.event.Event;
import javafx.event.EventHandler;
import javafx.scene.Scene;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;

import app.caravel.desktop.kit.Desk;
import app.caravel.desktop.kit.Key;
import app.caravel.desktop.kit.Place;
import app.caravel.desktop.kit.Screen;
import app.caravel.desktop.kit.Theme;
import app.caravel.desktop.kit.ThreadBackground;
import app.caravel.desktop.kit.Ui;
import app.caravel.sandbox.Sandbox;
import app.caravel.store.StoreProblems;
import app.caravel.texts.Texts.Language;
import app.caravel.workspace.Workspace;

/** All that stands in the window of one workspace: strip, rail, page, details panel, status bar, and what lies over them. */
public final class Frame extends StackPane {

    private static final Duration FACTS_EVERY = Duration.seconds(5);
    /** Counts look through events: every so many beats is enough. */
    private static final int COUNTS_EVERY = 4;

    private final Workspace workspace;
    private final String name;
    private final Desk desk;
    private final Ui ui;
    private final Pages pages;
    private final SidePanel details = new SidePanel();
    private final ToastStack toasts = new ToastStack(this::ui);
    private final Overlay overlay = new Overlay();
    private final FileDrop drop = new FileDrop(this::ui);
    private final BorderPane around = new BorderPane();
    private final StatusFacts facts;
    private final RailCounts counts;
    private final Optional<FirstStepsModel> firstSteps;
    private final Timeline clockwork;
    private final Map<Boolean, Boolean> railClosed = new HashMap<>(Map.of(true, true, false, false));
    private Rail rail;
    private int beats;
    /** While nothing has the focus (what had it was just replaced) keys reach the scene alone: no key of the window is lost by that. */
    private final EventHandler<KeyEvent> withoutFocus = event -> {
        if (event.getTarget() instanceof Scene) {
            Event.fireEvent(this, event.copyFor(event.getSource(), this));
        }
    };
    private final ChangeListener<Language> otherLanguage = (_, _, _) -> rebuild();

    /** @param name what the workspace is called, or empty for the plain word */
    public Frame(Workspace workspace, String name, Theme theme, Desk desk, ZoneId zone) {
        this.workspace = workspace;
        this.name = name;
        this.desk = desk;
        pages = new Pages(id -> Screens.make(id, workspace, ui()), screen -> screen.build(ui()), this::moved);
        ui = new Ui(pages, details, toasts, new OverlayDialogs(this::ui, overlay), desk, new ThreadBackground(toasts::failed, error -> StoreProblems.find(error, workspace.home().database())), theme, workspace.clock(), zone);
        facts = new StatusFacts(workspace, ui);
        counts = new RailCounts(workspace, ui);
        firstSteps = desk.sandbox() ? Sandbox.of(workspace).map(sandbox -> new FirstStepsModel(sandbox, ui.background())) : Optional.empty();
        rail = rail();
        getStyleClass().add("page");
        around.setMinSize(0, 0);
        getChildren().addAll(around, overlay, drop, toasts);
        drop.watch(this);
        fill();
        theme.languageProperty().addListener(otherLanguage);
        addEventHandler(KeyEvent.ANY, this::keys);
        sceneProperty().addListener((_, before, now) -> {
            if (before != null) {
                before.removeEventHandler(KeyEvent.ANY, withoutFocus);
            }
            if (now != null) {
                now.addEventHandler(KeyEvent.ANY, withoutFocus);
            }
        });
        clockwork = new Timeline(new KeyFrame(FACTS_EVERY, _ -> beat()));
        clockwork.setCycleCount(Timeline.INDEFINITE);
        facts.refresh();
        counts.refresh();
        firstSteps.ifPresent(FirstStepsModel::refresh);
    }

    private void beat() {
        facts.refresh();
        firstSteps.ifPresent(FirstStepsModel::refresh);
        if (++beats % COUNTS_EVERY == 0) {
            counts.refresh();
        }
    }

    public Ui ui() {
        return ui;
    }

    /** Begins to look after the facts of the status bar; a picture does without. */
    public void live() {
        clockwork.play();
    }

    /** The window goes: nothing of it may go on. */
    public void end() {
        ui.theme().languageProperty().removeListener(otherLanguage);
        clockwork.stop();
        firstSteps.ifPresent(FirstStepsModel::end);
        pages.end();
    }

    private void fill() {
        var row = new HBox(pages, details);
        HBox.setHgrow(pages, Priority.ALWAYS);
        row.setMinSize(0, 0);
        var middle = new BorderPane(row);
        middle.setMinSize(0, 0);
        middle.setBottom(new StatusBar(ui, facts));
        around.setLeft(rail);
        around.setCenter(middle);
        firstSteps.ifPresent(model -> around.setTop(new SandboxStrip(ui, model))); // last: the focus begins elsewhere
    }

    private void rebuild() {
        details.close();
        rail = rail();
        facts.refresh();
        counts.refresh();
        fill();
        pages.rebuild();
    }

    private Rail rail() {
        var word = desk.sandbox() ? ui.text("shell.workspace.sandbox") : name.isBlank() ? ui.text("shell.workspace.mine") : name;
        return new Rail(ui, word, desk.sandbox(), counts, this::find, node -> new WorkspaceMenu(ui, workspace, desk).show(node));
    }

    private void moved(Screen screen) {
        counts.refresh();
        firstSteps.ifPresent(FirstStepsModel::refresh);
        details.close();
        rail.closedProperty().set(railClosed.getOrDefault(screen.wide(), screen.wide()));
        rail.mark(screen.rail());
    }

    private void toggleRail() {
        boolean closed = !rail.closedProperty().get();
        railClosed.replaceAll((_, _) -> closed);
        rail.closedProperty().set(closed);
    }

    /** Opens Ctrl+K. */
    void find() {
        var model = new FindViewModel(ui.background(), Acts.all(ui, desk, this::showKeys), FindSources.of(workspace, ui));
        var box = new FindBox(ui, model, overlay::close);
        overlay.show(box, 96, box.field());
    }

    private void showKeys() {
        var sheet = new KeySheet(ui);
        overlay.show(sheet, -1, sheet);
    }

    private void keys(KeyEvent event) {
        if (event.isConsumed() || overlay.isVisible()) {
            return;
        }
        for (var item : RailItem.values()) {
            if (item.key() != null && item.key().is(event) && item.shown(desk.sandbox())) {
                take(event, () -> ui.go(Place.of(item.screen())));
                return;
            }
        }
        if (Key.FIND.is(event)) {
            take(event, this::find);
        } else if (Key.SHEET.is(event) && !(event.getTarget() instanceof javafx.scene.control.TextInputControl)) {
            take(event, this::showKeys);
        } else if (Key.NEW_CAMPAIGN.is(event)) {
            take(event, () -> ui.go(Place.NEW_CAMPAIGN));
        } else if (Key.IMPORT.is(event)) {
            take(event, () -> ui.go(Place.IMPORT));
        } else if (Key.BACK.is(event)) {
            take(event, pages::back);
        } else if (Key.RAIL.is(event)) {
            take(event, this::toggleRail);
        } else if (Key.CLOSE.is(event) && details.open().get()) {
            take(event, details::close);
        }
    }

    private static void take(KeyEvent event, Runnable act) {
        event.consume();
        act.run();
    }
}

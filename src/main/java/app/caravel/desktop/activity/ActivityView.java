package app.caravel.desktop.activity;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Objects;
import javafx.animation.PauseTransition;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import atlantafx.base.controls.ToggleSwitch;
import org.kordamp.ikonli.feather.Feather;

import app.caravel.desktop.kit.Buttons;
import app.caravel.desktop.kit.EmptyFace;
import app.caravel.desktop.kit.Faces;
import app.caravel.desktop.kit.FilterChip;
import app.caravel.desktop.kit.Icons;
import app.caravel.desktop.kit.Key;
import app.caravel.desktop.kit.PageHeader;
import app.caravel.desktop.kit.Place;
import app.caravel.desktop.kit.Space;
import app.caravel.desktop.kit.Ui;
import app.caravel.desktop.kit.Words;

/** The head with its numbers, the filters, and the list; who is chosen shows in the details panel. */
final class ActivityView extends VBox {

    private static final String SHEET = Objects.requireNonNull(ActivityView.class.getResource("activity.css")).toExternalForm();
    private static final double SEARCH_WIDE = 320;
    private static final double SEARCH_NARROW = 200;
    private static final double ROOM_FOR_WIDE = 900;
    private static final Duration TYPING = Duration.ofMillis(200);

    private final ActivityViewModel model;
    private final Ui ui;
    private final PageHeader header;
    private final HBox away = Space.row(8, Icons.of(Feather.CLOUD_OFF, "small", "scheduled"));
    private final EnumMap<ActivityViewModel.Show, FilterChip> chips = new EnumMap<>(ActivityViewModel.Show.class);
    private final TextField search = new TextField();
    private final ActivityList list;
    private final Button waiting;
    private final StackPane body = new StackPane();
    private final InvalidationListener changed = _ -> fill();
    private final InvalidationListener panel = _ -> panel();

    ActivityView(ActivityViewModel model, Ui ui) {
        this.model = model;
        this.ui = ui;
        getStylesheets().add(SHEET);
        setMinHeight(0);
        header = new PageHeader(ui.text("activity.title"), "");
        list = new ActivityList(model, ui);
        waiting = Buttons.plain("", Feather.ARROW_UP, () -> {
            model.showWaiting();
            list.toHead();
        });
        waiting.getStyleClass().add("waiting-pill");
        StackPane.setAlignment(waiting, javafx.geometry.Pos.TOP_CENTER);
        StackPane.setMargin(waiting, new Insets(40, 0, 0, 0));
        away.getStyleClass().add("away");
        away.getChildren().add(Words.small(""));
        var faces = new Faces<>(ui, model.newest, _ -> body);
        VBox.setMargin(faces, new Insets(0, -16, -24, -8));
        var page = Space.column(12, filters(), away, Space.grow(faces));
        page.getStyleClass().add("page-body");
        page.setMinHeight(0);
        body.setMinHeight(0);
        getChildren().setAll(header, Space.grow(page));
        for (var observed : new javafx.beans.Observable[] {model.numbers.state(), model.rows, model.newest.state(), model.waiting()}) {
            observed.addListener(new WeakInvalidationListener(changed));
        }
        model.chosen.state().addListener(new WeakInvalidationListener(panel));
        Key.SEARCH_HERE.on(this, search::requestFocus);
        fill();
    }

    private HBox filters() {
        var group = new ToggleGroup();
        for (var each : ActivityViewModel.Show.values()) {
            var chip = new FilterChip(ui.text("activity.show." + each.name().toLowerCase(Locale.ROOT)));
            chip.setToggleGroup(group);
            chip.setSelected(each == model.show.get());
            chip.setOnAction(_ -> model.show.set(each));
            chips.put(each, chip);
        }
        search.setText(model.search.get());
        search.setPromptText(ui.text("activity.search"));
        search.prefWidthProperty().bind(widthProperty().map(width -> width.doubleValue() < ROOM_FOR_WIDE ? SEARCH_NARROW : SEARCH_WIDE));
        search.setMinWidth(120);
        var typed = new PauseTransition(javafx.util.Duration.millis(TYPING.toMillis()));
        typed.setOnFinished(_ -> model.search.set(search.getText()));
        search.textProperty().addListener((_, _, _) -> typed.playFromStart());
        var machines = new ToggleSwitch(ui.text("activity.machines"));
        machines.setMinWidth(USE_PREF_SIZE);
        machines.setSelected(model.machines.get());
        machines.selectedProperty().addListener((_, _, on) -> model.machines.set(on));
        var row = Space.row(8, search, FilterChip.row(chips.values().toArray(FilterChip[]::new)), Space.rest(), machines);
        row.setMinHeight(32);
        return row;
    }

    private void fill() {
        var numbers = model.numbers.value();
        var since = numbers == null ? null : numbers.since();
        header.sentence().setText(since == null ? "" : ui.text("activity.numbers", "n", since.people(), "machines", since.leftOut()));
        var tracker = numbers == null ? null : numbers.tracker();
        boolean failing = tracker != null && tracker.failingSince() != null;
        away.setVisible(failing);
        away.setManaged(failing);
        if (tracker != null && tracker.failingSince() != null && away.getChildren().getLast() instanceof Label words) {
            words.setText(ui.text("activity.away", "time", ui.formats().when(tracker.failingSince())));
        }
        int n = model.waiting().get();
        waiting.setText(ui.text("activity.waiting", "n", n));
        waiting.setVisible(n > 0);
        var shown = new ArrayList<Node>();
        if (!model.rows.isEmpty()) {
            shown.add(list);
            shown.add(waiting);
        } else if (numbers != null) {
            shown.add(empty(numbers));
        }
        if (!body.getChildren().equals(shown)) {
            body.getChildren().setAll(shown);
        }
    }

    private Node empty(ActivityViewModel.Numbers numbers) {
        boolean filtered = !model.search.get().isBlank() || model.show.get() != ActivityViewModel.Show.ALL;
        if (filtered && numbers.anyEvent()) {
            return new EmptyFace(Feather.SEARCH, ui.text("activity.none-fits"), ui.text("activity.none-fits.help"), Buttons.plain(ui.text("activity.clear"), null, this::clear));
        }
        if (numbers.anyEvent()) {
            return new EmptyFace(Feather.CPU, ui.text("activity.only-machines"), ui.text("activity.only-machines.help"), null);
        }
        if (numbers.tracker() == null) {
            return new EmptyFace(Feather.RADIO, ui.text("activity.no-tracker"), ui.text("activity.no-tracker.help"),
                    Buttons.accent(ui.text("activity.pair"), Feather.LINK, () -> ui.go(Place.settings("tracker"))));
        }
        return new EmptyFace(Feather.ACTIVITY, ui.text("activity.empty"), ui.text("activity.empty.help"),
                Buttons.plain(ui.text("shell.act.new-campaign"), Feather.PLUS, () -> ui.go(Place.NEW_CAMPAIGN)));
    }

    private void clear() {
        search.clear();
        model.search.set("");
        model.show.set(ActivityViewModel.Show.ALL);
        chips.forEach((each, chip) -> chip.setSelected(each == ActivityViewModel.Show.ALL));
    }

    private void panel() {
        var chosen = model.chosen.value();
        if (chosen != null && getScene() != null) {
            ui.details().show(new VisitPanel(chosen, model, ui));
        }
    }
}

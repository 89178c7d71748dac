package app.caravel.desktop.campaigns;

import java.util.stream.Collectors;
import javafx.application.Platform;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

import app.caravel.desktop.campaigns.CalendarViewModel.Kind;
import app.caravel.desktop.campaigns.CalendarViewModel.Month;
import app.caravel.desktop.kit.Buttons;
import app.caravel.desktop.kit.EmptyFace;
import app.caravel.desktop.kit.Faces;
import app.caravel.desktop.kit.Key;
import app.caravel.desktop.kit.LoadingFace;
import app.caravel.desktop.kit.Place;
import app.caravel.desktop.kit.Space;
import app.caravel.desktop.kit.Ui;
import app.caravel.desktop.kit.Words;

/** What goes out when, over all campaigns: a month with ways to others, and what its colours mean. */
final class CalendarView extends VBox {

    private final CalendarViewModel model;
    private final Ui ui;
    private final Label title = Words.heading("");
    private final Label rest = Words.help("");
    private final CalendarGrid grid;
    private final HBox bar;
    private boolean wantsKeys;
    private final ReadOnlyStringWrapper numbers = new ReadOnlyStringWrapper("");
    private final InvalidationListener changed = _ -> fill();

    CalendarView(CalendarViewModel model, Ui ui) {
        super(12);
        this.model = model;
        this.ui = ui;
        model.weeksBeginWith(ui.formats().firstDayOfWeek());
        grid = new CalendarGrid(model, ui);
        getStyleClass().add("page-body");
        setMinHeight(0);
        rest.setMinWidth(0);
        bar = bar();
        getChildren().setAll(bar, Space.grow(new Faces<>(ui, model.month, () -> new LoadingFace(5, false), this::face)));
        Key.PREVIOUS_MONTH.on(this, model::previous);
        Key.NEXT_MONTH.on(this, model::next);
        Key.THIS_MONTH.on(this, model::today);
        model.shown().addListener(new WeakInvalidationListener(changed));
        model.month.state().addListener(new WeakInvalidationListener(changed));
        fill();
    }

    /** How many went out in the month and how many will. */
    ReadOnlyStringProperty numbers() {
        return numbers.getReadOnlyProperty();
    }

    /** Keys go to its days, as soon as they are there. */
    void focus() {
        wantsKeys = grid.getScene() == null;
        grid.requestFocus();
    }

    private HBox bar() {
        var today = Buttons.plain(ui.text("calendar.today"), null, model::today);
        var bar = Space.row(8, Buttons.icon(ui.text("calendar.previous"), Feather.CHEVRON_LEFT, model::previous), Buttons.icon(ui.text("calendar.next"), Feather.CHEVRON_RIGHT, model::next),
                today, title, Space.rest(), rest, key(Kind.SENT), key(Kind.SENDING), key(Kind.SCHEDULED));
        HBox.setMargin(title, new javafx.geometry.Insets(0, 16, 0, 8));
        title.setMinWidth(Region.USE_PREF_SIZE);
        bar.setMinHeight(32);
        return bar;
    }

    private Node key(Kind kind) {
        var row = Space.row(6, Space.styled(new Region(), "calendar-key", GoingChip.styleOf(kind)), Words.small(ui.text("calendar.key." + GoingChip.styleOf(kind))));
        row.setMinWidth(Region.USE_PREF_SIZE);
        HBox.setMargin(row, new javafx.geometry.Insets(0, 0, 0, 8));
        return row;
    }

    private void fill() {
        title.setText(ui.formats().month(model.shown().get()));
        var there = model.month.value();
        if (there == null || !there.of().equals(model.shown().get())) {
            return; // its numbers come with it
        }
        bar.setVisible(there.any());
        bar.setManaged(there.any());
        numbers.set(there.sent() + there.planned() == 0 ? there.any() ? ui.text("calendar.nothing") : "" : ui.text("calendar.numbers", "sent", there.sent(), "planned", there.planned()));
        rest.setText(there.countries().isEmpty() ? ""
                : ui.text("calendar.off", "countries", there.countries().stream().map(ui.formats()::country).collect(Collectors.joining(ui.text("calendar.and")))));
    }

    private Node face(Month month) {
        if (!month.any()) {
            return new EmptyFace(Feather.CALENDAR, ui.text("calendar.empty"), ui.text("calendar.empty.help"),
                    Buttons.plain(ui.text("campaigns.new"), Feather.PLUS, () -> ui.go(Place.NEW_CAMPAIGN)));
        }
        grid.show(month);
        if (wantsKeys) {
            wantsKeys = false;
            Platform.runLater(grid::requestFocus); // it is not in the window yet
        }
        return grid;
    }
}

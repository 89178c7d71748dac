package app.caravel.desktop.campaigns;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.geometry.Side;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import app.caravel.campaign.CampaignState;
import app.caravel.campaign.SendingDays.Mails;
import app.caravel.desktop.campaigns.CalendarViewModel.Day;
import app.caravel.desktop.campaigns.CalendarViewModel.Month;
import app.caravel.desktop.kit.Icons;
import app.caravel.desktop.kit.Key;
import app.caravel.desktop.kit.Place;
import app.caravel.desktop.kit.Space;
import app.caravel.desktop.kit.Ui;
import app.caravel.desktop.kit.Words;

/** The days of a month in their weeks. One stop of Tab: arrows move the chosen day, Enter opens what is on it. */
final class CalendarGrid extends VBox {

    private static final int A_WEEK = 7;

    private final CalendarViewModel model;
    private final Ui ui;
    private final GridPane heads = new GridPane();
    private final GridPane days = new GridPane();
    private final List<DayCell> cells = new ArrayList<>();
    private final InvalidationListener moved = _ -> mark();
    private @Nullable Month month;
    private int room;

    CalendarGrid(CalendarViewModel model, Ui ui) {
        this.model = model;
        this.ui = ui;
        getStyleClass().addAll("group", "calendar");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.TABLE_VIEW);
        setMinHeight(0);
        days.setMinHeight(0);
        for (int i = 0; i < A_WEEK; i++) {
            var column = new ColumnConstraints();
            column.setPercentWidth(100.0 / A_WEEK);
            heads.getColumnConstraints().add(column);
            days.getColumnConstraints().add(column);
        }
        heads.getStyleClass().add("calendar-heads");
        getChildren().setAll(heads, Space.grow(days));
        addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        days.heightProperty().addListener(_ -> fit());
        model.chosen().addListener(new WeakInvalidationListener(moved));
    }

    void show(Month shown) {
        if (shown.equals(month)) {
            return;
        }
        boolean otherDays = month == null || !month.days().getFirst().date().equals(shown.days().getFirst().date()) || month.days().size() != shown.days().size();
        month = shown;
        if (otherDays) {
            lay(shown);
        }
        fill(shown);
        mark();
    }

    private void lay(Month shown) {
        heads.getChildren().clear();
        days.getChildren().clear();
        days.getRowConstraints().clear();
        cells.clear();
        int weeks = shown.days().size() / A_WEEK;
        for (int i = 0; i < A_WEEK; i++) {
            heads.add(Words.of(ui.formats().weekday(shown.days().get(i).date().getDayOfWeek()), "small", "subtle"), i, 0);
        }
        for (int week = 0; week < weeks; week++) {
            var row = new RowConstraints();
            row.setPercentHeight(100.0 / weeks);
            days.getRowConstraints().add(row);
            for (int i = 0; i < A_WEEK; i++) {
                var cell = new DayCell(this, ui, week == weeks - 1, i == A_WEEK - 1);
                cells.add(cell);
                days.add(cell, i, week);
            }
        }
        room = DayCell.room(days.getHeight() / weeks);
    }

    private void fill(Month shown) {
        for (int i = 0; i < cells.size(); i++) {
            cells.get(i).show(shown.days().get(i), shown, room);
        }
    }

    /** Higher days hold more. */
    private void fit() {
        var shown = month;
        if (shown != null) {
            int now = DayCell.room(days.getHeight() / (shown.days().size() / A_WEEK));
            if (now != room) {
                room = now;
                fill(shown);
            }
        }
    }

    private void mark() {
        var chosen = model.chosen().get();
        cells.forEach(cell -> cell.mark(chosen));
        var shown = month;
        if (shown != null && !chosen.isBefore(shown.days().getFirst().date()) && !chosen.isAfter(shown.days().getLast().date())) {
            setAccessibleText(DayCell.said(shown.day(chosen), ui));
        }
    }

    private void pressed(KeyEvent event) {
        switch (event.getCode()) {
            case LEFT -> model.moveBy(-1);
            case RIGHT -> model.moveBy(1);
            case UP -> model.moveBy(-A_WEEK);
            case DOWN -> model.moveBy(A_WEEK);
            default -> {
                if (Key.OPEN.is(event)) {
                    openChosen();
                    event.consume();
                }
                return;
            }
        }
        event.consume();
    }

    private void openChosen() {
        cells.stream().filter(cell -> cell.day() != null && cell.day().date().equals(model.chosen().get())).findFirst().ifPresent(cell -> {
            var mails = java.util.Objects.requireNonNull(cell.day()).mails();
            if (mails.size() == 1) {
                open(mails.getFirst());
            } else if (!mails.isEmpty()) {
                list(java.util.Objects.requireNonNull(cell.day()), cell);
            }
        });
    }

    void choose(LocalDate day) {
        requestFocus();
        model.choose(day);
    }

    void open(Mails mails) {
        ui.go(mails.state() == CampaignState.SCHEDULED ? Place.campaignStep(mails.campaignId(), "") : Place.campaign(mails.campaignId()));
    }

    /** All of a day, as a list over it. */
    void list(Day day, Node over) {
        var menu = new ContextMenu();
        for (var mails : day.mails()) {
            var item = new MenuItem(GoingChip.said(mails, ui), Icons.of(GoingChip.icon(mails)));
            item.setMnemonicParsing(false);
            item.setOnAction(_ -> open(mails));
            menu.getItems().add(item);
        }
        menu.show(over, Side.BOTTOM, 0, 4);
    }
}

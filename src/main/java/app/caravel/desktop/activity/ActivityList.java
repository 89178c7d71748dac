package app.caravel.desktop.activity;

import javafx.animation.FadeTransition;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.skin.ListViewSkin;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;

import org.jspecify.annotations.Nullable;

import app.caravel.desktop.kit.Ui;
import app.caravel.desktop.kit.Words;

/** The list, and above it the day of the row at its head, which stays while one scrolls. */
final class ActivityList extends StackPane {

    /** Rows before the end at which what lies further back is read. */
    private static final int NEAR_END = 30;

    private final ActivityViewModel model;
    private final Ui ui;
    private final ListView<Row> rows;
    private final Label day = Words.help("");
    private final InvalidationListener changed = _ -> settled();
    private boolean restoring;

    ActivityList(ActivityViewModel model, Ui ui) {
        this.model = model;
        this.ui = ui;
        rows = new ListView<>(model.rows);
        rows.getStyleClass().add("activity-list");
        rows.setCellFactory(_ -> new ActivityCell(ui));
        rows.setMinHeight(0);
        day.getStyleClass().add("day-head");
        day.setMaxWidth(Double.MAX_VALUE);
        day.setMouseTransparent(true);
        StackPane.setAlignment(day, Pos.TOP_LEFT);
        getChildren().setAll(rows, day);
        setMinHeight(0);
        rows.skinProperty().addListener((_, _, skin) -> {
            if (skin != null) {
                scrollBar();
            }
        });
        rows.getSelectionModel().selectedItemProperty().addListener((_, before, now) -> chosen(before, now));
        rows.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        rows.addEventHandler(MouseEvent.MOUSE_CLICKED, event -> {
            if (event.getClickCount() == 2 && rows.getSelectionModel().getSelectedItem() instanceof Row.Visit visit) {
                model.open(visit);
            }
        });
        model.rows.addListener(new WeakInvalidationListener(changed));
        settled();
    }

    /** Scrolls to the newest. */
    void toHead() {
        rows.scrollTo(0);
        model.atHead.set(true);
        if (!model.rows.isEmpty()) {
            var arriving = new FadeTransition(Duration.millis(250), rows);
            arriving.setFromValue(0.4);
            arriving.setToValue(1);
            arriving.play();
        }
    }

    private void scrollBar() {
        for (var node : rows.lookupAll(".scroll-bar")) {
            if (node instanceof ScrollBar bar && bar.getOrientation() == Orientation.VERTICAL) {
                bar.valueProperty().addListener((_, _, _) -> scrolled());
            }
        }
        scrolled();
    }

    private void scrolled() {
        var flow = flow();
        var first = flow == null ? null : flow.getFirstVisibleCell();
        var last = flow == null ? null : flow.getLastVisibleCell();
        int top = first == null ? 0 : first.getIndex();
        model.atHead.set(top <= 1);
        sticky(top);
        if (last != null && last.getIndex() >= model.rows.size() - NEAR_END) {
            model.older();
        }
    }

    private void settled() {
        scrolled();
        var chosen = model.chosen.value();
        if (chosen == null || restoring) {
            return;
        }
        // the chosen row may have grown, or moved because others came
        restoring = true;
        try {
            for (int i = 0; i < model.rows.size(); i++) {
                if (model.rows.get(i).key().equals(chosen.visit().key())) {
                    rows.getSelectionModel().select(i);
                    if (model.rows.get(i) instanceof Row.Visit visit && !visit.equals(chosen.visit()) && ui.details().open().get()) {
                        model.choose(visit);
                    }
                    break;
                }
            }
        } finally {
            restoring = false;
        }
    }

    private void sticky(int top) {
        for (int i = Math.min(top, model.rows.size() - 1); i >= 0; i--) {
            if (model.rows.get(i) instanceof Row.Day heading) {
                day.setText(ActivityCell.day(ui, heading));
                break;
            }
        }
        day.setVisible(!model.rows.isEmpty());
    }

    private void chosen(@Nullable Row before, @Nullable Row now) {
        if (restoring) {
            return;
        }
        if (now instanceof Row.Visit visit) {
            model.choose(visit);
        } else if (now != null) {
            // headings and machines are passed over
            int at = rows.getSelectionModel().getSelectedIndex();
            int step = before != null && model.rows.indexOf(before) > at ? -1 : 1;
            int next = at + step;
            while (next >= 0 && next < model.rows.size() && !(model.rows.get(next) instanceof Row.Visit)) {
                next += step;
            }
            int target = next;
            javafx.application.Platform.runLater(() -> {
                if (target >= 0 && target < model.rows.size()) {
                    rows.getSelectionModel().select(target);
                    rows.scrollTo(Math.max(0, target - 1));
                } else {
                    rows.getSelectionModel().clearSelection();
                }
            });
        }
    }

    private void key(KeyEvent event) {
        if (rows.getSelectionModel().getSelectedItem() instanceof Row.Visit visit) {
            if (event.getCode() == KeyCode.ENTER) {
                model.open(visit);
                event.consume();
            } else if (event.getCode() == KeyCode.SPACE) {
                model.choose(visit);
                event.consume();
            }
        }
    }

    private @Nullable VirtualFlow<?> flow() {
        return rows.getSkin() instanceof ListViewSkin<?> skin
                ? (VirtualFlow<?>) skin.getChildren().stream().filter(VirtualFlow.class::isInstance).findFirst().orElse(null)
                : null;
    }
}

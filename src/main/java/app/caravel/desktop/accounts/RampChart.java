package app.caravel.desktop.accounts;

import java.time.Instant;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polyline;

import app.caravel.account.Ramp;
import app.caravel.desktop.kit.Ui;
import app.caravel.desktop.kit.Words;

/** How many mails a day an account may have while it grows, as a line with today marked on it. */
final class RampChart extends Region {

    private static final double HEIGHT = 120;
    private static final double ABOVE = 20;
    private static final double BELOW = 20;

    private final int[] mails;
    private final int today;
    private final Polyline line = new Polyline();
    private final Line ground = new Line();
    private final Circle mark = new Circle(4);
    private final Label now;
    private final Label full;
    private final Label first;
    private final Label last;

    /** @param limit a day's limit when it has grown up; 0: none */
    RampChart(Ui ui, Ramp ramp, int limit, Instant at) {
        int days = Math.max(1, ramp.daysTo(limit)) + 1;
        mails = new int[days];
        for (int day = 0; day < days; day++) {
            int grown = ramp.mails(day);
            mails[day] = grown == 0 ? limit == 0 ? mails[Math.max(0, day - 1)] : limit : limit == 0 ? grown : Math.min(grown, limit);
        }
        today = Math.min(ramp.day(at), days - 1);
        line.getStyleClass().add("ramp-line");
        ground.getStyleClass().add("ramp-ground");
        mark.getStyleClass().add("ramp-mark");
        now = Words.caption(ui.formats().number(mails[today]));
        full = Words.caption(ui.formats().number(mails[days - 1]));
        first = Words.caption(ui.text("accounts.ramp.axis", "n", 1));
        last = Words.caption(ui.text("accounts.ramp.axis", "n", days));
        full.setVisible(today < days * 3 / 4);
        getChildren().addAll(ground, line, mark, now, full, first, last);
        setMinHeight(HEIGHT);
        setPrefHeight(HEIGHT);
        setMaxHeight(HEIGHT);
        setMinWidth(0);
        setAccessibleText(ui.text("accounts.ramp.day", "day", today + 1, "of", days - 1, "n", mails[today]));
    }

    private double x(int day) {
        return 4 + (getWidth() - 8) * day / (mails.length - 1.0);
    }

    private double y(int n) {
        double high = HEIGHT - ABOVE - BELOW;
        return ABOVE + high - high * n / Math.max(1.0, mails[mails.length - 1]);
    }

    @Override
    protected void layoutChildren() {
        line.getPoints().clear();
        for (int day = 0; day < mails.length; day++) {
            line.getPoints().addAll(x(day), y(mails[day]));
        }
        ground.setStartX(0);
        ground.setEndX(getWidth());
        ground.setStartY(HEIGHT - BELOW + 0.5);
        ground.setEndY(HEIGHT - BELOW + 0.5);
        mark.setCenterX(x(today));
        mark.setCenterY(y(mails[today]));
        place(now, x(today) - 4, y(mails[today]) - 20);
        place(full, getWidth() - full.prefWidth(-1), y(mails[mails.length - 1]) - 18);
        place(first, 0, HEIGHT - BELOW + 4);
        place(last, getWidth() - last.prefWidth(-1), HEIGHT - BELOW + 4);
    }

    private void place(Label label, double x, double y) {
        double width = label.prefWidth(-1);
        label.resizeRelocate(Math.clamp(x, 0, Math.max(0, getWidth() - width)), y, width, label.prefHeight(-1));
    }
}

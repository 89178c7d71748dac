package app.caravel.desktop.campaigns;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.chart.AreaChart;
import javafx.scene.chart.NumberAxis;
import javafx.scene.chart.XYChart;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import app.caravel.desktop.kit.Space;
import app.caravel.desktop.kit.Ui;
import app.caravel.desktop.kit.Words;
import app.caravel.report.Reports.OpensInHour;

/** When people opened it: hours as an area, all of them and over it those that are sure; days below, the peak in words. */
final class OpensChart extends VBox {

    static final double HEIGHT = 152;
    private static final int DAYS_AT_MOST = 14;
    private static final int HOURS = 24;

    OpensChart(List<OpensInHour> opens, Ui ui) {
        super(8);
        setMinWidth(0);
        var head = Space.row(12, Words.heading(ui.text("campaigns.when-opened")), Words.help(ui.text("campaigns.your-time")), Space.rest(),
                key("fill-person", ui.text("campaigns.sure")), key("fill-likely", ui.text("campaigns.likely")));
        if (opens.isEmpty()) {
            getChildren().setAll(head, Words.help(ui.text("campaigns.nobody-opened")));
            return;
        }
        var first = LocalDate.ofInstant(opens.getFirst().hour(), ui.zone());
        var last = LocalDate.ofInstant(opens.getLast().hour(), ui.zone());
        int days = (int) Math.clamp(ChronoUnit.DAYS.between(first, last) + 1, 1, DAYS_AT_MOST);
        var start = first.atStartOfDay(ui.zone()).toInstant();
        var sure = new int[days * HOURS + 1];
        var all = new int[days * HOURS + 1];
        for (var hour : opens) {
            int at = (int) Duration.between(start, hour.hour()).toHours();
            if (at < sure.length) {
                sure[at] += hour.sure();
                all[at] += hour.sure() + hour.likely();
            }
        }
        getChildren().setAll(head, new Plot(all, sure, start, ui), dayNames(first, days, ui));
    }

    private static Node key(String fill, String word) {
        var mark = Space.styled(new Region(), fill, "chart-key");
        return Space.row(6, mark, Words.of(word, "small", "muted"));
    }

    private static HBox dayNames(LocalDate first, int days, Ui ui) {
        var names = new HBox();
        names.setPadding(new javafx.geometry.Insets(0, 0, 0, Plot.LEFT));
        int each = (days + 6) / 7;
        for (int day = 0; day < days; day += each) {
            var name = Words.caption(ui.formats().axisDay(first.plusDays(day)));
            name.setAlignment(Pos.CENTER);
            name.setMinWidth(0);
            name.setPrefWidth(10);
            names.getChildren().add(Space.grow(name));
        }
        return names;
    }

    /** The area itself, and the words at its highest point. */
    private static final class Plot extends Pane {

        static final double LEFT = 32;

        private final AreaChart<Number, Number> chart;
        private final NumberAxis x;
        private final NumberAxis y;
        private final Label peak;
        private final int peakAt;
        private final int most;

        Plot(int[] all, int[] sure, Instant start, Ui ui) {
            int highest = 0;
            for (int i = 0; i < all.length; i++) {
                highest = all[i] > all[highest] ? i : highest;
            }
            peakAt = highest;
            most = all[highest];
            double step = step(most);
            x = new NumberAxis(0, all.length - 1, HOURS);
            y = new NumberAxis(0, step * 2, step);
            x.setTickLabelsVisible(false);
            x.setTickMarkVisible(false);
            x.setMinorTickVisible(false);
            x.setPrefHeight(1);
            y.setMinorTickVisible(false);
            y.setPrefWidth(LEFT);
            y.setMinWidth(LEFT);
            chart = new AreaChart<>(x, y);
            chart.getStyleClass().add("opens");
            chart.setAnimated(false);
            chart.setCreateSymbols(false);
            chart.setLegendVisible(false);
            chart.setVerticalGridLinesVisible(false);
            chart.setVerticalZeroLineVisible(false);
            chart.getData().add(series(all));
            chart.getData().add(series(sure));
            peak = Words.strong(ui.text("campaigns.peak", "n", most, "time", ui.formats().time(start.plus(Duration.ofHours(highest)))));
            peak.getStyleClass().addAll("small", "chart-peak");
            getChildren().addAll(chart, peak);
            setMinHeight(0);
            setPrefHeight(104);
            VBox.setVgrow(this, javafx.scene.layout.Priority.ALWAYS);
        }

        private static XYChart.Series<Number, Number> series(int[] hours) {
            var series = new XYChart.Series<Number, Number>();
            for (int i = 0; i < hours.length; i++) {
                series.getData().add(new XYChart.Data<>(i, hours[i]));
            }
            return series;
        }

        /** The distance of the lines: two of them hold the most. */
        private static double step(int most) {
            for (double base = 1;; base *= 10) {
                for (double each : new double[] {1, 2, 3, 5}) {
                    if (each * base * 2 >= most) {
                        return each * base;
                    }
                }
            }
        }

        @Override
        protected void layoutChildren() {
            chart.resizeRelocate(0, 0, getWidth(), getHeight());
            chart.layout();
            var plot = chart.lookup(".chart-plot-background");
            double width = peak.prefWidth(-1);
            double left = plot == null ? LEFT : chart.sceneToLocal(plot.localToScene(plot.getBoundsInLocal())).getMinX();
            double right = left + x.getDisplayPosition(peakAt);
            double place = right + 8 + width > getWidth() ? right - 8 - width : right + 8;
            peak.resizeRelocate(place, Math.max(0, y.getDisplayPosition(most) - 2), width, peak.prefHeight(-1));
        }
    }
}

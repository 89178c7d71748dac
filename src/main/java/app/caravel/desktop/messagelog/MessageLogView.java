package app.caravel.desktop.messagelog;

import java.util.Objects;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

import app.caravel.desktop.delivery.DeliveryReports;
import app.caravel.desktop.kit.Buttons;
import app.caravel.desktop.kit.EmptyFace;
import app.caravel.desktop.kit.Faces;
import app.caravel.desktop.kit.Icons;
import app.caravel.desktop.kit.Key;
import app.caravel.desktop.kit.PageHeader;
import app.caravel.desktop.kit.Place;
import app.caravel.desktop.kit.Space;
import app.caravel.desktop.kit.Ui;
import app.caravel.desktop.kit.Words;
import app.caravel.desktop.messagelog.MessageLogViewModel.Found;
import app.caravel.messagelog.LogStatus;
import app.caravel.messagelog.search.LogRow;

/** How the log stands, the search, and the lines; one chosen opens its mail's delivery report. */
final class MessageLogView extends VBox {

    private static final String SHEET = Objects.requireNonNull(MessageLogView.class.getResource("messagelog.css")).toExternalForm();

    private final MessageLogViewModel model;
    private final Ui ui;
    private final DeliveryReports reports;
    private final PageHeader header;
    private final VBox problem = new VBox();
    private final SearchGroup search;
    private final Label count = Words.small("");
    private final LogTable table;
    private final StackPane body = new StackPane();
    private @Nullable Found shown;
    private final InvalidationListener changed = _ -> fill();

    MessageLogView(MessageLogViewModel model, DeliveryReports reports, Ui ui) {
        this.model = model;
        this.ui = ui;
        this.reports = reports;
        getStylesheets().add(SHEET);
        getStyleClass().add("page");
        setMinHeight(0);
        header = new PageHeader(ui.text("messagelog.title"), "", Buttons.plain(ui.text("messagelog.open-folder"), Feather.FOLDER, this::openFolder),
                Buttons.accent(ui.text("messagelog.search"), Feather.SEARCH, model::search));
        search = new SearchGroup(model, ui);
        table = new LogTable(model, ui, this::open);
        body.setMinHeight(0);
        var faces = new Faces<>(ui, model.found, _ -> body);
        VBox.setMargin(faces, new Insets(0, -16, 0, -8));
        count.setMinHeight(16);
        var page = new VBox(12, problem, search, count, Space.grow(faces));
        page.getStyleClass().add("page-body");
        page.setMinHeight(0);
        page.setPadding(new Insets(0, 24, 12, 24));
        getChildren().setAll(header, Space.grow(page));
        Key.SEARCH_HERE.on(this, search.first()::requestFocus);
        model.status.state().addListener(new WeakInvalidationListener(changed));
        model.found.state().addListener(new WeakInvalidationListener(changed));
        fill();
    }

    private void fill() {
        var status = model.status.value();
        header.sentence().setText(status == null ? "" : sentence(status));
        problem.getChildren().setAll(status == null || status.problem() == null ? java.util.List.of() : java.util.List.of(band(ui.text(status.problem()))));
        problem.setManaged(!problem.getChildren().isEmpty());
        var found = model.found.value();
        count.setText(found == null || isOff(found, status) ? "" : counted(found));
        if (found != null) {
            if (found != shown) {
                shown = found; // else who has chosen a line would lose it
                table.show(found.rows());
            }
            body.getChildren().setAll(face(found, status));
        }
    }

    private String sentence(LogStatus status) {
        var settings = status.settings();
        if (!settings.on()) {
            return status.offSince() == null ? ui.text("messagelog.is-off") : ui.text("messagelog.is-off-since", "day", ui.formats().dayWord(status.offSince()));
        }
        return ui.text("messagelog.is-on", "days", settings.days(), "size", ui.formats().size(status.bytes()), "most", settings.folderBytes() == 0 ? "" : ui.formats().size(settings.folderBytes()));
    }

    private String counted(Found found) {
        var words = ui.text("messagelog.counted", "found", found.found(), "lines", found.lines(), "time", seconds(found));
        if (found.found() > found.rows().size()) {
            words += " · " + ui.text("messagelog.first-shown", "shown", found.rows().size());
        }
        if (found.broken() > 0) {
            words += " · " + ui.text("messagelog.broken-short", "n", found.broken());
        }
        return found.unreadable() > 0 ? words + " · " + ui.text("messagelog.unreadable-short", "n", found.unreadable()) : words;
    }

    private static String seconds(Found found) {
        return String.format(java.util.Locale.ROOT, "%.1f", Math.max(100, found.took().toMillis()) / 1000.0);
    }

    private static boolean isOff(Found found, @Nullable LogStatus status) {
        return found.own() && status != null && !status.settings().on();
    }

    private Node face(Found found, @Nullable LogStatus status) {
        if (status != null && isOff(found, status)) {
            return new EmptyFace(Feather.FILE_MINUS, status.offSince() == null ? ui.text("messagelog.off") : ui.text("messagelog.off-since", "day", ui.formats().dayWord(status.offSince())),
                    ui.text("messagelog.off-help"), Buttons.plain(ui.text("messagelog.switch-on"), Feather.REFRESH_CW, model::switchOn));
        }
        if (!found.rows().isEmpty()) {
            return table;
        }
        return found.own() && found.lines() == 0
                ? new EmptyFace(Feather.FILE_TEXT, ui.text("messagelog.nothing-yet"), ui.text("messagelog.nothing-yet-help"), Buttons.plain(ui.text("messagelog.to-campaigns"), Feather.SEND, () -> ui.go(Place.CAMPAIGNS)))
                : new EmptyFace(Feather.SEARCH, ui.text("messagelog.nothing-fits"), ui.text("messagelog.nothing-fits-help"), Buttons.plain(ui.text("messagelog.clear"), Feather.X, model::clear));
    }

    private static Node band(String words) {
        var band = Space.row(8, Icons.of(Feather.ALERT_TRIANGLE, "small", "scheduled"), Words.wrapped(Words.of(words, "small", "scheduled-text")));
        band.setPadding(new Insets(0, 0, 4, 0));
        return band;
    }

    private void openFolder() {
        var other = model.folder.get();
        var status = model.status.value();
        if (other != null) {
            ui.desk().openWithSystem(String.valueOf(other));
        } else if (status != null) {
            ui.desk().openWithSystem(String.valueOf(status.folder()));
        }
    }

    private void open(LogRow row) {
        Runnable line = () -> ui.details().show(new LinePanel(row, ui));
        if (model.folder.get() == null) {
            MessageLogViewModel.messageOf(row).ifPresentOrElse(message -> reports.show(message, line), line);
        } else {
            line.run();
        }
    }
}

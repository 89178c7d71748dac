package app.caravel.desktop.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.function.LongFunction;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

import atlantafx.base.controls.ToggleSwitch;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

import app.caravel.desktop.kit.Buttons;
import app.caravel.desktop.kit.Faces;
import app.caravel.desktop.kit.Icons;
import app.caravel.desktop.kit.Place;
import app.caravel.desktop.kit.Space;
import app.caravel.desktop.kit.Ui;
import app.caravel.desktop.kit.Words;
import app.caravel.messagelog.LogSettings;
import app.caravel.messagelog.LogStatus;

/** Message log: whether, where, how large and how long, as an Exchange server's administrator knows it. */
final class LogSection extends VBox {

    private static final List<Long> FILES = List.of(LogSettings.MEGABYTE, 5 * LogSettings.MEGABYTE, 10 * LogSettings.MEGABYTE, 50 * LogSettings.MEGABYTE, 100 * LogSettings.MEGABYTE);
    private static final List<Long> FOLDERS = List.of(100 * LogSettings.MEGABYTE, 250 * LogSettings.MEGABYTE, 1000 * LogSettings.MEGABYTE, 5000 * LogSettings.MEGABYTE, 0L);
    private static final List<Long> DAYS = List.of(7L, 30L, 90L, 365L, 0L);

    private final LogModel model;
    private final Ui ui;

    LogSection(LogModel model, Ui ui) {
        super(24);
        this.model = model;
        this.ui = ui;
        getChildren().setAll(new Faces<>(ui, model.status, this::form));
    }

    private VBox form(LogStatus status) {
        var settings = status.settings();
        var form = Space.column(24, head(status), SettingsGroup.of(ui.text("settings.messagelog.kept"),
                row("folder", folder(status)),
                row("file-size", choice(FILES, settings.fileBytes(), this::size, bytes -> model.change(now -> now.filesOf(bytes)))),
                row("folder-size", choice(FOLDERS, settings.folderBytes(), this::size, bytes -> model.change(now -> now.folderOf(bytes)))),
                row("days", choice(DAYS, settings.days(), this::days, days -> model.change(now -> now.keptFor((int) days)))),
                row("subjects", toggle("subjects", settings.subjects(), on -> model.change(now -> now.subjects(on))))),
                SettingsGroup.of(ui.text("settings.messagelog.again"), row("rebuild", Buttons.plain(ui.text("settings.messagelog.rebuild-now"), Feather.REFRESH_CW, model::rebuild)),
                        row("look", Buttons.plain(ui.text("settings.messagelog.open"), Feather.SEARCH, () -> ui.go(Place.MESSAGE_LOG)))));
        form.setMinWidth(0);
        return form;
    }

    private VBox head(LogStatus status) {
        var group = SettingsGroup.of(ui.text("settings.messagelog"), new SettingRow(ui, ui.text("settings.messagelog.on"), standing(status),
                toggle("on", status.settings().on(), on -> model.change(now -> now.on(on)))));
        if (status.problem() != null) {
            var warning = Space.row(8, Icons.of(Feather.ALERT_TRIANGLE, "small", "scheduled"), Words.wrapped(Words.of(ui.text(status.problem()), "small", "scheduled-text")));
            warning.setAlignment(javafx.geometry.Pos.TOP_LEFT);
            warning.setPadding(new Insets(0, 4, 0, 4));
            group.getChildren().add(warning);
        }
        return group;
    }

    private String standing(LogStatus status) {
        if (!status.settings().on()) {
            return status.offSince() == null ? ui.text("settings.messagelog.is-off") : ui.text("settings.messagelog.is-off-since", "day", ui.formats().dayWord(status.offSince()));
        }
        return ui.text("settings.messagelog.is-on", "files", status.files(), "size", ui.formats().size(status.bytes()));
    }

    private SettingRow row(String which, Node control) {
        return new SettingRow(ui, ui.text("settings.messagelog." + which), ui.text("settings.messagelog." + which + ".help"), control);
    }

    private Node folder(LogStatus status) {
        var path = Words.small(status.folder().toString());
        path.setTooltip(new Tooltip(status.folder().toString()));
        path.setMaxWidth(240);
        path.setMinWidth(168);
        path.setTextOverrun(javafx.scene.control.OverrunStyle.CENTER_ELLIPSIS);
        var row = Space.row(8, path, Buttons.small(ui.text("settings.messagelog.change"), null, () -> {
            var chosen = ui.desk().chooseFolder(ui.text("settings.messagelog.folder"));
            if (chosen != null) {
                model.change(now -> now.in(chosen));
            }
        }));
        if (status.settings().folder() != null) {
            row.getChildren().add(Buttons.flatIcon(ui.text("settings.messagelog.own-folder"), Feather.ROTATE_CCW, () -> model.change(now -> now.in(null)), "small"));
        }
        return row;
    }

    private ToggleSwitch toggle(String which, boolean on, java.util.function.Consumer<Boolean> changed) {
        var toggle = new ToggleSwitch();
        toggle.setSelected(on);
        toggle.setAccessibleText(ui.text("settings.messagelog." + which));
        toggle.selectedProperty().addListener((_, _, now) -> changed.accept(now));
        return toggle;
    }

    private String size(long bytes) {
        return bytes == 0 ? ui.text("settings.messagelog.no-limit") : ui.formats().size(bytes);
    }

    private String days(long days) {
        return days == 0 ? ui.text("settings.messagelog.for-good") : ui.text("settings.messagelog.n-days", "n", days);
    }

    private static ComboBox<Long> choice(List<Long> offered, long chosen, LongFunction<String> word, LongConsumer changed) {
        var all = new ArrayList<>(offered);
        if (!all.contains(chosen)) {
            all.addFirst(chosen);
        }
        var box = new ComboBox<Long>();
        box.getItems().setAll(all);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable Long value) {
                return value == null ? "" : word.apply(value);
            }

            @Override
            public @Nullable Long fromString(String text) {
                return null;
            }
        });
        box.setValue(chosen);
        box.setPrefWidth(136);
        box.setOnAction(_ -> {
            if (box.getValue() != null) {
                changed.accept(box.getValue());
            }
        });
        return box;
    }
}

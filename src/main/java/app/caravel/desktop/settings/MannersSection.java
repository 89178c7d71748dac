package app.caravel.desktop.settings;

import java.util.function.Consumer;
import java.util.function.IntConsumer;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

import atlantafx.base.controls.ToggleSwitch;

import app.caravel.desktop.kit.Faces;
import app.caravel.desktop.kit.Space;
import app.caravel.desktop.kit.Ui;
import app.caravel.desktop.kit.Words;
import app.caravel.desktop.settings.MannersModel.Known;

/** Manners: how often a person and a company may be written to, each rule with what it costs now. */
final class MannersSection extends VBox {

    private final MannersModel model;
    private final Ui ui;

    MannersSection(MannersModel model, Ui ui) {
        super(24);
        this.model = model;
        this.ui = ui;
        getChildren().add(new Faces<>(ui, model.known, this::rules));
    }

    private VBox rules(Known known) {
        var rules = known.rules();
        return Space.column(12, SettingsGroup.of(ui.text("settings.manners"),
                number("days", rules.days(), known.waiting("manners.lately"), model::days),
                number("company", rules.perCompany(), known.waiting("manners.company"), model::perCompany),
                toggle("busy", rules.oneAtATime(), known.waiting("manners.busy"), model::oneAtATime),
                toggle("answered", rules.colleaguesWait(), known.waiting("manners.answered"), model::colleaguesWait)),
                Words.wrapped(Words.help(ui.text("settings.manners.help"))));
    }

    private SettingRow number(String which, int now, int waiting, IntConsumer keep) {
        var field = new TextField(String.valueOf(now));
        Space.width(field, 64);
        field.setAlignment(javafx.geometry.Pos.CENTER_RIGHT);
        field.setUserData(now);
        field.setAccessibleText(ui.text("settings.manners." + which));
        var row = row(which, waiting, Space.row(8, field, Space.width(Words.small(ui.text("settings.manners." + which + ".unit")), 48)));
        Runnable done = () -> {
            int written = field.getText().strip().matches("\\d{1,3}") ? Integer.parseInt(field.getText().strip()) : -1;
            if (written < 0) {
                field.setText(String.valueOf(field.getUserData()));
            } else if (!field.getUserData().equals(written)) {
                field.setUserData(written);
                keep.accept(written);
                row.kept();
            }
        };
        field.setOnAction(_ -> done.run());
        field.focusedProperty().addListener((_, _, focused) -> {
            if (!focused) {
                done.run();
            }
        });
        return row;
    }

    private SettingRow toggle(String which, boolean now, int waiting, Consumer<Boolean> keep) {
        var toggle = new ToggleSwitch();
        toggle.setSelected(now);
        toggle.setAccessibleText(ui.text("settings.manners." + which));
        var row = row(which, waiting, toggle);
        toggle.selectedProperty().addListener((_, _, on) -> {
            keep.accept(on);
            row.kept();
        });
        return row;
    }

    private SettingRow row(String which, int waiting, javafx.scene.Node control) {
        return new SettingRow(ui, ui.text("settings.manners." + which), ui.text("settings.manners.cost", "n", waiting), control);
    }
}

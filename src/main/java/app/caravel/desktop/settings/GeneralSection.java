package app.caravel.desktop.settings;

import java.util.List;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

import app.caravel.desktop.kit.Faces;
import app.caravel.desktop.kit.Icons;
import app.caravel.desktop.kit.Segmented;
import app.caravel.desktop.kit.Space;
import app.caravel.desktop.kit.Theme;
import app.caravel.desktop.kit.Ui;
import app.caravel.desktop.kit.Words;
import app.caravel.texts.Texts.Language;

/** Language, theme, what the workspace is called and where it lies. */
final class GeneralSection extends VBox {

    GeneralSection(SettingsViewModel model, Ui ui) {
        super(24);
        var language = new Segmented<>(List.of(Language.CHINESE, Language.ENGLISH), ui.theme().language(), Language::ownName);
        language.valueProperty().addListener((_, _, chosen) -> model.speak(chosen));
        var theme = new Segmented<>(List.of(Theme.Choice.values()), ui.theme().choice(),
                choice -> ui.text("settings.theme." + choice.name().toLowerCase(java.util.Locale.ROOT)));
        var themeRow = new SettingRow(ui, ui.text("settings.theme"), ui.text("settings.theme.help"), theme);
        theme.valueProperty().addListener((_, _, chosen) -> {
            model.paint(chosen);
            themeRow.kept();
        });
        getChildren().addAll(
                SettingsGroup.of(ui.text("settings.appearance"),
                        new SettingRow(ui, ui.text("settings.language"), ui.text("settings.language.help"), language), themeRow),
                new Faces<>(ui, model.general, read -> workspace(read, model, ui)), new Faces<>(ui, model.unwanted, off -> new AdviceGroup(off, model, ui)));
    }

    private static VBox workspace(SettingsViewModel.General read, SettingsViewModel model, Ui ui) {
        var name = new TextField(read.name());
        name.setPromptText(ui.text("shell.workspace.mine"));
        name.setPrefWidth(240);
        var nameRow = new SettingRow(ui, ui.text("settings.name"), ui.text("settings.name.help"), name);
        Runnable keep = () -> {
            if (!name.getText().strip().equals(name.getUserData())) {
                model.rename(String.valueOf(name.getUserData()), name.getText());
                name.setUserData(name.getText().strip());
                nameRow.kept();
            }
        };
        name.setUserData(read.name());
        name.setOnAction(_ -> keep.run());
        name.focusedProperty().addListener((_, _, focused) -> {
            if (!focused) {
                keep.run();
            }
        });
        var folder = Words.small(read.folder());
        folder.setTooltip(new javafx.scene.control.Tooltip(read.folder()));
        folder.setMaxWidth(320);
        var group = SettingsGroup.of(ui.text("settings.workspace"), nameRow, new SettingRow(ui, ui.text("settings.folder"), ui.text("settings.folder.help"), folder));
        if (read.synchronised()) {
            var warning = Space.row(8, Icons.of(Feather.ALERT_TRIANGLE, "small", "scheduled"),
                    Words.wrapped(Words.of(ui.text("shell.synchronised", "folder", read.folder()), "small", "scheduled-text")));
            warning.setAlignment(javafx.geometry.Pos.TOP_LEFT);
            group.getChildren().add(warning);
        }
        return group;
    }
}

package app.caravel.desktop.settings;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

import app.caravel.desktop.kit.Buttons;
import app.caravel.desktop.kit.Faces;
import app.caravel.desktop.kit.Load;
import app.caravel.desktop.kit.Space;
import app.caravel.desktop.kit.Ui;
import app.caravel.desktop.kit.Words;
import app.caravel.reason.Problem;

/** What this is, in which version, its own licence and those of all it is built from. */
final class AboutSection extends VBox {

    AboutSection(Ui ui, Path logs) {
        super(24);
        var version = AboutSection.class.getPackage().getImplementationVersion();
        var licences = new Load<List<String>>(ui.background());
        licences.from(AboutSection::read);
        var list = new Faces<>(ui, licences, AboutSection::list);
        list.setPrefHeight(320);
        var heading = Space.row(8, Words.heading(ui.text("settings.about.licences")), Words.help(ui.text("settings.about.licences.help")));
        getChildren().addAll(
                SettingsGroup.of(ui.text("settings.about"),
                        new SettingRow(ui, "Caravel " + (version == null ? "" : version), ui.text("settings.about.what"), Words.small("Apache-2.0")),
                        new SettingRow(ui, ui.text("settings.about.runtime"), null,
                                Words.small("Java " + Runtime.version().feature() + " · JavaFX " + System.getProperty("javafx.runtime.version", ""))),
                        new SettingRow(ui, ui.text("settings.about.log"), ui.text("settings.about.log.help"), logButton(ui, logs))),
                Space.column(12, heading, list));
    }

    private static Button logButton(Ui ui, Path logs) {
        return Buttons.plain(ui.text("settings.about.log.open"), Feather.FOLDER, () -> ui.desk().openWithSystem(logs.toString()));
    }

    private static List<String> read() throws IOException {
        try (var in = AboutSection.class.getResourceAsStream("/app/caravel/THIRD-PARTY.txt")) {
            if (in == null) {
                throw Problem.of("settings.about.no-list");
            }
            try (var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
                return lines.lines().filter(line -> !line.isBlank()).toList();
            }
        }
    }

    private static ListView<String> list(List<String> lines) {
        var list = new ListView<String>();
        list.getStyleClass().add("licences");
        list.getItems().setAll(lines);
        list.setCellFactory(_ -> new ListCell<>() {
            @Override
            protected void updateItem(String line, boolean empty) {
                super.updateItem(line, empty);
                setText(empty ? null : line.strip());
            }
        });
        return list;
    }
}

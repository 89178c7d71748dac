package app.caravel.desktop.settings;

import java.util.EnumMap;
import java.util.Map;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import app.caravel.desktop.kit.Key;
import app.caravel.desktop.kit.PageHeader;
import app.caravel.desktop.kit.Space;
import app.caravel.desktop.kit.Ui;
import app.caravel.desktop.settings.SettingsViewModel.Section;

/** The sections at the left, the chosen one at the right in a column of 640. */
final class SettingsView extends VBox {

    private static final double LIST = 208;
    private static final double COLUMN = 640;

    private final SettingsViewModel model;
    private final Ui ui;
    private final Map<Section, ToggleButton> items = new EnumMap<>(Section.class);
    private final ScrollPane form = new ScrollPane();

    SettingsView(SettingsViewModel model, Ui ui) {
        this.model = model;
        this.ui = ui;
        var list = new VBox(2);
        Space.width(list, LIST);
        var group = new ToggleGroup();
        for (var section : Section.values()) {
            var item = new SectionItem(ui.text(section.textKey()));
            item.setToggleGroup(group);
            item.setOnAction(_ -> model.section.set(section));
            items.put(section, item);
            list.getChildren().add(item);
        }
        form.setFitToWidth(true);
        form.setMinHeight(0);
        Space.grow(form);
        var row = new HBox(24, list, form);
        row.getStyleClass().add("page-body");
        row.setMinHeight(0);
        Space.grow(row);
        getChildren().addAll(new PageHeader(ui.text("settings.title"), ui.text("settings.sentence")), row);
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (Key.UNDO.is(event) && model.undo()) {
                event.consume();
            }
        });
        model.section.addListener((_, _, _) -> show());
        show();
    }

    private void show() {
        var chosen = model.section.get();
        items.forEach((section, item) -> item.setSelected(section == chosen));
        var column = new VBox(content(chosen));
        column.setMaxWidth(COLUMN);
        column.setPadding(new Insets(0, 16, 24, 0));
        form.setContent(column);
        form.setVvalue(0);
    }

    private Node content(Section section) {
        return switch (section) {
            case GENERAL -> new GeneralSection(model, ui);
            case BRAND -> new BrandSection(model.brand, ui);
            case TRACKER -> new TrackerSection(model.tracker, ui);
            case PRIVACY -> new PrivacySection(ui);
            case MESSAGELOG -> new LogSection(model.log, ui);
            case MANNERS -> new MannersSection(model.manners, ui);
            case HOURS -> new HoursSection(model.hours, model.login, ui);
            case BACKUP -> new BackupSection(model.backup, ui);
            case KEYS -> new KeysSection(ui);
            case ABOUT -> new AboutSection(ui, model.logs());
        };
    }

    /** A section in the list: stays chosen when it is pressed again. */
    private static final class SectionItem extends ToggleButton {
        SectionItem(String word) {
            super(word);
            getStyleClass().setAll("list-item");
            setMaxWidth(Double.MAX_VALUE);
        }

        @Override
        public void fire() {
            setSelected(true);
            fireEvent(new javafx.event.ActionEvent(this, this));
        }
    }
}

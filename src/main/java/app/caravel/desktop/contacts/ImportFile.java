package app.caravel.desktop.contacts;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.HBox;
import javafx.util.StringConverter;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

import app.caravel.contact.imports.Encoding;
import app.caravel.contact.imports.Preview;
import app.caravel.desktop.kit.Field;
import app.caravel.desktop.kit.Icons;
import app.caravel.desktop.kit.Place;
import app.caravel.desktop.kit.Space;
import app.caravel.desktop.kit.Ui;
import app.caravel.desktop.kit.Words;

/** The file with what was noticed of it, each of which a person can say otherwise. */
final class ImportFile extends HBox {

    private static final List<Character> SEPARATORS = List.of(',', ';', '\t', '|');

    private final Ui ui;
    private final ChangeListener<ImportTrial.State> trialListener;

    ImportFile(ImportViewModel model, Ui ui, Preview preview) {
        super(16);
        this.ui = ui;
        setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        getStyleClass().addAll("group", "import-file");
        var name = Words.han(Words.strong(preview.file().getFileName().toString()));
        name.setMinWidth(0);
        var about = Words.small("");
        trialListener = (_, _, _) -> about.setText(about(model, preview));
        model.trial().state().addListener(new WeakChangeListener<>(trialListener));
        about.setText(about(model, preview));
        var words = Space.column(2, name, about);
        words.setMinWidth(0);
        words.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        getChildren().setAll(Icons.of(Feather.FILE_TEXT, "accent"), Space.grow(words));
        var used = preview.encoding();
        var pasted = model.pasted();
        if (pasted != null) {
            getChildren().add(Words.link(ui.text("paste.one-person"), () -> ui.go(Place.pastedPerson(pasted))));
        } else if (used != null) {
            getChildren().add(choice("contacts.encoding", 176, encodings(preview, used), used.name(),
                    encoding -> encoding.equals(used.name()) && preview.encodingNoticed() ? ui.text("contacts.noticed-so", "what", encoding) : encoding, model.reading::readAs));
        }
        if (preview.separator() != null) {
            getChildren().add(choice("contacts.separator", 120, separators(preview.separator()), preview.separator(), this::separator, model.reading::separateBy));
        }
        if (preview.sheets().size() > 1 && preview.sheet() != null) {
            getChildren().add(choice("contacts.sheet", 144, preview.sheets(), preview.sheet(), sheet -> sheet, model.reading::takeSheet));
        }
        if (preview.isTable()) {
            getChildren().add(choice("contacts.first-row", 152, List.of(true, false), preview.headerLine() > 0, this::firstRow, model.reading::firstRowIsNames));
        }
    }

    /** How many rows is known once all were looked at. */
    private String about(ImportViewModel model, Preview preview) {
        var forecast = model.trial().forecast();
        var size = ui.formats().size(preview.bytes());
        return forecast == null ? ui.text("imports.file-about", "columns", preview.columns().size(), "size", size)
                : ui.text("contacts.file-about", "rows", forecast.result().read(), "columns", preview.columns().size(), "size", size);
    }

    private static List<String> encodings(Preview preview, Encoding used) {
        var names = new ArrayList<String>();
        names.add(used.name());
        preview.readings().forEach(reading -> add(names, reading.encoding().name()));
        Encoding.COMMON.forEach(encoding -> add(names, encoding.name()));
        return names;
    }

    private static void add(List<String> names, String name) {
        if (!names.contains(name)) {
            names.add(name);
        }
    }

    private static List<Character> separators(Character used) {
        var all = new ArrayList<>(SEPARATORS);
        if (!all.contains(used)) {
            all.add(used);
        }
        return all;
    }

    private String separator(Character character) {
        return switch (character) {
            case ',' -> ui.text("contacts.separator-comma");
            case ';' -> ui.text("contacts.separator-semicolon");
            case '\t' -> ui.text("contacts.separator-tab");
            case '|' -> ui.text("contacts.separator-bar");
            default -> character.toString();
        };
    }

    private String firstRow(boolean names) {
        return ui.text(names ? "contacts.first-row-names" : "contacts.first-row-person");
    }

    private <T> Field choice(String label, double width, List<T> values, T chosen, Function<T, String> word, Consumer<T> choose) {
        var box = new ComboBox<T>();
        box.getItems().setAll(values);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable T value) {
                return value == null ? "" : word.apply(value);
            }

            @Override
            public T fromString(String text) {
                return chosen;
            }
        });
        box.setValue(chosen);
        box.setOnAction(_ -> choose.accept(box.getValue()));
        Space.width(box, width);
        var field = new Field(ui.text(label), box);
        box.setMaxWidth(width);
        return field;
    }
}

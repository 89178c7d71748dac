package app.caravel.desktop.contacts;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

import app.caravel.contact.imports.Column;
import app.caravel.contact.imports.Field;
import app.caravel.contact.imports.Preview;
import app.caravel.contact.imports.Target;
import app.caravel.desktop.kit.Icons;
import app.caravel.desktop.kit.Space;
import app.caravel.desktop.kit.Ui;
import app.caravel.desktop.kit.Words;

/** What each column of the file becomes, and how it came to that. */
final class ImportColumns extends VBox {

    private final ImportViewModel model;
    private final Ui ui;

    ImportColumns(ImportViewModel model, Ui ui, Preview preview) {
        super(0);
        this.model = model;
        this.ui = ui;
        getChildren().add(file(preview));
        getChildren().add(row(Words.small(ui.text("contacts.column")), Words.small(ui.text("contacts.first-value")), Words.small(ui.text("contacts.becomes")),
                Words.small(ui.text("contacts.noticed"))));
        for (var column : preview.columns()) {
            getChildren().addAll(Space.line(), column(column));
        }
    }

    private Node file(Preview preview) {
        var name = Words.han(Words.strong(preview.file().getFileName().toString()));
        name.setMinWidth(0);
        var row = Space.row(12, Icons.of(Feather.FILE_TEXT, "accent"), new VBox(2, name, Words.small(ui.formats().size(preview.bytes()))), Space.rest());
        if (preview.encoding() != null) {
            var readAs = new ComboBox<String>();
            readAs.getItems().setAll(ImportViewModel.encodings(preview));
            readAs.setValue(preview.encoding().name());
            readAs.setOnAction(_ -> model.readAs(readAs.getValue()));
            row.getChildren().addAll(Words.small(ui.text("contacts.read-as")), readAs);
        }
        row.getStyleClass().add("group");
        row.setPadding(new javafx.geometry.Insets(12, 16, 12, 16));
        VBox.setMargin(row, new javafx.geometry.Insets(0, 0, 12, 0));
        return row;
    }

    private Node column(Column column) {
        var becomes = new ComboBox<Target>();
        becomes.getItems().setAll(targets(column));
        becomes.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable Target target) {
                return target == null ? "" : word(target);
            }

            @Override
            public Target fromString(String text) {
                return Target.LEFT_OUT;
            }
        });
        becomes.setValue(column.target());
        becomes.setPrefWidth(192);
        becomes.setOnAction(_ -> model.become(column, becomes.getValue()));
        return row(Words.han(Words.body(column.header())), Words.han(Words.muted(column.firstValue())), becomes,
                Words.small(ui.text("contacts.why-" + column.why().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'))));
    }

    private static List<Target> targets(Column column) {
        var targets = new ArrayList<Target>();
        for (var field : Field.values()) {
            targets.add(Target.of(field));
        }
        targets.add(new Target.Attribute(column.header()));
        targets.add(Target.LEFT_OUT);
        if (!targets.contains(column.target())) {
            targets.addFirst(column.target());
        }
        return targets;
    }

    private String word(Target target) {
        return switch (target) {
            case Target.Own own -> ui.text("contacts.field-" + own.field().key().replace('_', '-'));
            case Target.Attribute attribute -> ui.text("contacts.attribute", "name", attribute.name());
            case Target.LeftOut _ -> ui.text("contacts.leave-out");
        };
    }

    private static HBox row(javafx.scene.layout.Region header, javafx.scene.layout.Region value, javafx.scene.layout.Region becomes, javafx.scene.layout.Region noticed) {
        var row = Space.row(16, Space.width(header, 152), Space.width(value, 216), Space.width(becomes, 208), Space.grow(noticed));
        row.setMinHeight(40);
        return row;
    }
}

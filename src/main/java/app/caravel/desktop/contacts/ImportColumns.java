package app.caravel.desktop.contacts;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
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
        long known = preview.columns().stream().filter(column -> column.target() instanceof Target.Own).count();
        getChildren().add(Space.row(8, Words.heading(ui.text("contacts.columns")), Words.small(ui.text("contacts.columns-known", "n", known, "m", preview.columns().size()))));
        getChildren().add(row(Words.small(ui.text("contacts.column")), Words.small(ui.text("contacts.first-value")), new Region(), Words.small(ui.text("contacts.becomes")),
                Words.small(ui.text("contacts.noticed"))));
        for (var column : preview.columns()) {
            getChildren().addAll(Space.line(), column(column));
        }
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
        becomes.setAccessibleText(column.header());
        becomes.getStyleClass().add("column-target");
        becomes.setOnAction(_ -> model.reading.become(column, becomes.getValue()));
        return row(Words.han(Words.body(column.header())), Words.han(Words.muted(column.firstValue())), Icons.of(Feather.ARROW_RIGHT, "small"), becomes, noticed(column));
    }

    private Region noticed(Column column) {
        var why = Words.small(ui.text("contacts.why-" + column.why().name().toLowerCase(Locale.ROOT).replace('_', '-')));
        why.setMinWidth(0);
        return Space.row(8, switch (column.why()) {
            case BY_NAME, BY_CONTENT, CHOSEN -> Icons.of(Feather.CHECK, "small", "person");
            case ATTRIBUTE -> Icons.of(Feather.PLUS, "small", "accent");
            case EMPTY -> Icons.of(Feather.MINUS, "small", "subtle");
        }, why);
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

    private static HBox row(Region header, Region value, Node arrow, Region becomes, Region noticed) {
        header.setMinWidth(0);
        value.setMinWidth(0);
        var row = Space.row(16, Space.width(header, 136), Space.width(value, 192), arrowBox(arrow), Space.width(becomes, 192), Space.grow(noticed));
        row.setMinHeight(40);
        return row;
    }

    private static Region arrowBox(Node arrow) {
        var box = Space.width(new HBox(arrow), 16);
        box.setAlignment(javafx.geometry.Pos.CENTER);
        return box;
    }
}

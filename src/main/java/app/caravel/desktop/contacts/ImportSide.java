package app.caravel.desktop.contacts;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

import app.caravel.contact.imports.ImportResult;
import app.caravel.contact.imports.Notices;
import app.caravel.contact.imports.Reject;
import app.caravel.desktop.kit.Bar;
import app.caravel.desktop.kit.Field;
import app.caravel.desktop.kit.Icons;
import app.caravel.desktop.kit.Space;
import app.caravel.desktop.kit.Ui;
import app.caravel.desktop.kit.Words;

/** What would happen: how many come in, how many are here already, who is left out and why. Nothing is written yet. */
final class ImportSide extends StackPane {

    private static final int EXAMPLES = 3;

    private final Ui ui;

    ImportSide(ImportViewModel model, Ui ui, ImportViewModel.Outlook outlook) {
        this.ui = ui;
        getStyleClass().add("details");
        var column = new VBox(16);
        column.setPadding(new Insets(20));
        var list = new TextField();
        list.textProperty().bindBidirectional(model.list);
        var dry = outlook.dryRun();
        if (dry == null) {
            column.getChildren().add(point(Icons.of(Feather.ALERT_CIRCLE, "bounce"),
                    ui.text("contacts.import-no-address-column", "file", String.valueOf(outlook.preview().file().getFileName())), ""));
        } else {
            column.getChildren().addAll(sum(dry, outlook.people()), new Field(ui.text("contacts.into-list"), list));
            why(column, dry.rejects());
            looks(column, dry.notices());
        }
        var scroll = new ScrollPane(column);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        getChildren().add(scroll);
    }

    private Node sum(ImportResult dry, long people) {
        double all = Math.max(1, dry.read());
        var bar = new Bar(6, new Bar.Part(dry.added() / all, "fill-person"), new Bar.Part(dry.merged() / all, "fill-proxy"), new Bar.Part(dry.rejected() / all, "fill-bounce"));
        bar.setMaxWidth(Double.MAX_VALUE);
        return Space.column(12, Space.column(2, Words.figure(ui.formats().number(people)), Words.muted(ui.text("contacts.people-come-in", "n", people))), bar,
                Space.column(8, count("fill-person", "contacts.new-people", dry.added()), count("fill-proxy", "contacts.already-here", dry.merged()),
                        count("fill-bounce", "contacts.left-out-short", dry.rejected())));
    }

    private Node count(String fill, String key, long n) {
        var mark = Space.width(Space.styled(new Region(), fill, "legend-mark"), 8);
        mark.setMinHeight(8);
        mark.setMaxHeight(8);
        return Space.row(8, mark, Words.muted(ui.text(key)), Space.rest(), Words.body(ui.formats().number(n)));
    }

    private void why(VBox column, List<Reject> rejects) {
        if (rejects.isEmpty()) {
            return;
        }
        var kinds = new LinkedHashMap<String, List<Reject>>();
        rejects.forEach(reject -> kinds.computeIfAbsent(reject.reason().key(), _ -> new ArrayList<>()).add(reject));
        var points = Space.column(12, Words.heading(ui.text("contacts.left-out")));
        kinds.forEach((key, some) -> points.getChildren().add(point(Icons.of(Feather.ALERT_CIRCLE, "small", "bounce"),
                ui.text("contacts.kind-" + key.substring(key.indexOf('.') + 1), "n", some.size()), examples(some))));
        column.getChildren().addAll(Space.line(), points);
    }

    /** The addresses that cannot be used; else the lines. */
    private String examples(List<Reject> rejects) {
        var named = rejects.stream().map(reject -> reject.reason().arguments().get("address")).filter(java.util.Objects::nonNull).map(String::valueOf).distinct().limit(EXAMPLES).toList();
        if (!named.isEmpty()) {
            return shown(named);
        }
        return ui.text("contacts.lines", "n", rejects.size(), "lines", String.join(", ", rejects.stream().limit(EXAMPLES + 2).map(reject -> ui.formats().number(reject.line())).toList())
                + (rejects.size() > EXAMPLES + 2 ? " …" : ""));
    }

    /** One a line: addresses are long. */
    private static String shown(List<String> examples) {
        return String.join("\n", examples.stream().limit(EXAMPLES).toList());
    }

    private void looks(VBox column, Notices notices) {
        var points = Space.column(12, Words.heading(ui.text("contacts.worth-a-look")));
        for (var kind : Notices.Kind.values()) {
            var tally = notices.of(kind);
            if (tally.count() > 0) {
                points.getChildren().add(point(Icons.of(icon(kind), "small", colour(kind)),
                        ui.text("contacts.notice-" + kind.name().toLowerCase(Locale.ROOT).replace('_', '-'), "n", tally.count()), shown(tally.examples())));
            }
        }
        if (points.getChildren().size() > 1) {
            column.getChildren().addAll(Space.line(), points);
        }
    }

    private static Feather icon(Notices.Kind kind) {
        return switch (kind) {
            case ADDRESS_MENDED, NAME_SPLIT -> Feather.CHECK;
            case SEVERAL_ADDRESSES, TWICE_IN_FILE -> Feather.COPY;
            case ROLE_ADDRESS -> Feather.USERS;
            case SUPPRESSED -> Feather.SLASH;
            case COUNTRY_UNCLEAR, PHONE_UNCLEAR -> Feather.HELP_CIRCLE;
            case PHONE_DIGITS_LOST -> Feather.ALERT_TRIANGLE;
        };
    }

    private static String colour(Notices.Kind kind) {
        return switch (kind) {
            case ADDRESS_MENDED, NAME_SPLIT -> "person";
            case SUPPRESSED -> "bounce";
            case SEVERAL_ADDRESSES, TWICE_IN_FILE, ROLE_ADDRESS -> "muted";
            case COUNTRY_UNCLEAR, PHONE_UNCLEAR, PHONE_DIGITS_LOST -> "scheduled";
        };
    }

    private static Node point(Node icon, String what, String help) {
        var words = Space.column(2, Words.wrapped(Words.body(what)));
        if (!help.isEmpty()) {
            words.getChildren().add(Words.wrapped(Words.help(help)));
        }
        words.setMinWidth(0);
        var row = Space.row(10, icon, Space.grow(words));
        row.setAlignment(javafx.geometry.Pos.TOP_LEFT);
        return row;
    }
}

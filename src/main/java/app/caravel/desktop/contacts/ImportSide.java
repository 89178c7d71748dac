package app.caravel.desktop.contacts;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

import app.caravel.contact.imports.Forecast;
import app.caravel.contact.imports.ImportResult;
import app.caravel.contact.imports.MergePolicy;
import app.caravel.contact.imports.Notices;
import app.caravel.contact.imports.Reject;
import app.caravel.desktop.kit.Bar;
import app.caravel.desktop.kit.Buttons;
import app.caravel.desktop.kit.Field;
import app.caravel.desktop.kit.Icons;
import app.caravel.desktop.kit.Segmented;
import app.caravel.desktop.kit.Space;
import app.caravel.desktop.kit.Ui;
import app.caravel.desktop.kit.Words;

/** What would happen: how many come in, how many are here already, who is left out and why. Nothing is written yet. */
final class ImportSide extends StackPane {

    private static final int EXAMPLES = 3;

    private final ImportViewModel model;
    private final Ui ui;
    private final VBox column = new VBox(16);
    private final VBox running = new VBox(4);
    private final Node stop;
    private final Field into;
    private final Node merge;
    private final String file;
    private final ChangeListener<ImportTrial.State> listener = (_, _, now) -> show(now);

    ImportSide(ImportViewModel model, Ui ui, ImportReading.Outlook outlook) {
        this.model = model;
        this.ui = ui;
        getStyleClass().add("details");
        var list = new TextField();
        list.textProperty().bindBidirectional(model.list);
        into = new Field(ui.text("contacts.into-list"), list);
        merge = merge();
        stop = Buttons.small(ui.text("imports.stop"), null, model.trial()::stop);
        file = String.valueOf(outlook.preview().file().getFileName());
        var whole = new VBox(16, column);
        whole.setPadding(new Insets(20));
        if (outlook.asLastTime() != null) {
            var said = Words.wrapped(Words.body(ui.text("imports.as-last-time", "when", ui.formats().when(outlook.asLastTime()))));
            said.setMinWidth(0);
            var note = Space.styled(Space.column(4, said, Words.link(ui.text("imports.as-noticed"), model.reading::asNoticed)), "group", "quiet");
            note.setPadding(new Insets(10, 12, 8, 12));
            whole.getChildren().addFirst(note);
        }
        var scroll = new ScrollPane(whole);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        getChildren().add(scroll);
        model.trial().state().addListener(new WeakChangeListener<>(listener));
        show(model.trial().state().get());
    }

    /** Only what follows from the state is drawn anew: who types a name into the list keeps his place. */
    private void show(ImportTrial.State state) {
        if (state instanceof ImportTrial.State.Running && column.getChildren().contains(running)) {
            at(state);
            return;
        }
        column.getChildren().clear();
        switch (state) {
            case ImportTrial.State.Nothing() -> column.getChildren().add(point(Icons.of(Feather.ALERT_CIRCLE, "bounce"), ui.text("contacts.import-no-address-column", "file", file), ""));
            case ImportTrial.State.Running _ -> {
                at(state);
                column.getChildren().addAll(running, into, merge);
            }
            case ImportTrial.State.Stopped(long rows) -> column.getChildren().addAll(point(Icons.of(Feather.PAUSE_CIRCLE, "scheduled"), ui.text("imports.stopped", "n", rows), ""),
                    Buttons.plain(ui.text("imports.look-again"), Feather.REFRESH_CW, model::tryAgain), into, merge);
            case ImportTrial.State.Failed(var reason) -> column.getChildren().addAll(point(Icons.of(Feather.ALERT_CIRCLE, "bounce"), ui.text(reason), ""),
                    Buttons.plain(ui.text("kit.try-again"), Feather.REFRESH_CW, model::tryAgain));
            case ImportTrial.State.Told(var forecast) -> {
                var dry = forecast.result();
                column.getChildren().addAll(sum(dry, forecast), into, merge);
                why(column, dry.rejects());
                looks(column, dry.notices());
            }
        }
    }

    private void at(ImportTrial.State state) {
        long rows = state instanceof ImportTrial.State.Running(long done) ? done : 0;
        running.getChildren().setAll(Space.row(8, Words.heading(ui.text("imports.trying")), Space.rest(), stop), Words.muted(rows == 0 ? " " : ui.text("imports.rows-so-far", "n", rows)));
    }

    private Node merge() {
        var policy = new Segmented<>(List.of(MergePolicy.values()), model.merge.get(), each -> ui.text("imports.merge-" + each.key()));
        policy.setMaxWidth(Double.MAX_VALUE);
        var help = Words.wrapped(Words.help(""));
        help.setText(ui.text("imports.merge-" + model.merge.get().key() + "-help"));
        policy.valueProperty().addListener((_, _, now) -> {
            help.setText(ui.text("imports.merge-" + now.key() + "-help"));
            model.merge.set(now);
        });
        return Space.column(6, Words.small(ui.text("imports.known-people")), policy, help);
    }

    private Node sum(ImportResult dry, Forecast forecast) {
        long people = dry.added() + dry.merged();
        double all = Math.max(1, dry.read());
        var bar = new Bar(6, new Bar.Part(dry.added() / all, "fill-person"), new Bar.Part(dry.merged() / all, "fill-proxy"), new Bar.Part(dry.rejected() / all, "fill-bounce"));
        bar.setMaxWidth(Double.MAX_VALUE);
        return Space.column(12, Space.column(2, Words.figure(ui.formats().number(people)), Words.muted(ui.text("contacts.people-come-in", "n", people))), bar,
                Space.column(8, count("fill-person", "contacts.new-people", dry.added()), count("fill-proxy", "imports.already-here", dry.merged()),
                        changing(forecast),
                        count("fill-bounce", "contacts.left-out-short", dry.rejected())));
    }

    private Node changing(Forecast forecast) {
        var link = new Hyperlink(ui.text("imports.of-them-change", "n", forecast.changed()));
        link.getStyleClass().add("small");
        link.setOnAction(_ -> model.look(forecast.changed() > 0 ? ImportTrial.Shown.CHANGING : ImportTrial.Shown.UNCHANGED));
        link.setVisible(forecast.known() > 0);
        link.setManaged(forecast.known() > 0);
        VBox.setMargin(link, new Insets(-6, 0, 0, 16));
        return link;
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

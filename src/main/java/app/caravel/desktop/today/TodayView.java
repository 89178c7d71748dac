package app.caravel.desktop.today;

import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

import app.caravel.desktop.kit.Buttons;
import app.caravel.desktop.kit.EmptyFace;
import app.caravel.desktop.kit.Faces;
import app.caravel.desktop.kit.Load;
import app.caravel.desktop.kit.PageHeader;
import app.caravel.desktop.kit.Place;
import app.caravel.desktop.kit.Space;
import app.caravel.desktop.kit.Ui;
import app.caravel.desktop.kit.Words;

/** Two columns: whom to call at the left; needs, what goes out and since yesterday at the right. */
final class TodayView extends ScrollPane {

    private static final double WIDEST = 1200;
    private static final double RIGHT = 344;
    private static final int LISTED = 6;

    private final TodayViewModel model;
    private final Ui ui;
    private final PageHeader header;
    private final javafx.beans.value.ChangeListener<Load.State<Day>> said = (_, _, state) -> say(state);

    TodayView(TodayViewModel model, Ui ui) {
        this.model = model;
        this.ui = ui;
        header = new PageHeader(ui.text("today.title"), ui.text("today.sentence.loading", "day", ui.formats().longDay(ui.clock().instant())));
        model.day.state().addListener(new javafx.beans.value.WeakChangeListener<>(said));
        say(model.day.state().get());
        var page = new VBox(header, new Faces<>(ui, model.day, this::body));
        page.setMaxWidth(WIDEST + 48);
        var centred = new VBox(page);
        centred.setAlignment(Pos.TOP_CENTER);
        setContent(centred);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
    }

    private void say(Load.State<Day> state) {
        if (state instanceof Load.Ready<Day>(var day)) {
            header.sentence().setText(ui.text("today.sentence", "day", ui.formats().longDay(ui.clock().instant()), "n", day.total() + day.due().size(), "m", day.needs().size()));
        }
    }

    private Node body(Day day) {
        var left = Space.grow(calls(day));
        left.setMinWidth(0);
        var right = Space.width(new VBox(24), RIGHT);
        if (!day.needs().isEmpty()) {
            right.getChildren().add(needs(day.needs()));
        }
        right.getChildren().add(next(day));
        right.getChildren().add(since(day));
        var row = new HBox(24, left, right);
        row.getStyleClass().add("page-body");
        return row;
    }

    private VBox calls(Day day) {
        var column = new VBox(12);
        if (!day.due().isEmpty()) {
            column.getChildren().addAll(Words.heading(ui.text("person.due")), due(day.due()));
        }
        if (day.callers().isEmpty() && !day.due().isEmpty()) {
            return column;
        }
        if (!day.due().isEmpty()) {
            VBox.setMargin(column.getChildren().getLast(), new Insets(0, 0, 12, 0));
        }
        if (day.callers().isEmpty()) {
            column.getChildren().addAll(Words.heading(ui.text("today.first")), group(nobody(day)));
            return column;
        }
        column.getChildren().addAll(Words.heading(ui.text("today.first")), new FirstCard(ui, model, day.callers().getFirst()));
        if (day.callers().size() > 1) {
            var head = Space.row(8, Words.heading(ui.text("today.then")), Words.help(ui.text("today.then.order")), Space.rest());
            int listed = model.all.get() ? day.callers().size() : Math.min(LISTED, day.callers().size());
            if (listed < day.callers().size()) {
                head.getChildren().add(Words.link(ui.text("today.show-all", "n", day.total()), () -> {
                    model.all.set(true);
                    model.day.set(day);
                }));
            }
            VBox.setMargin(head, new Insets(12, 0, 0, 0));
            column.getChildren().addAll(head, rows(day.callers().subList(1, listed)));
        }
        return column;
    }

    private VBox due(List<Day.Due> due) {
        var rows = new VBox();
        rows.getStyleClass().add("group");
        rows.setPadding(new Insets(1));
        int listed = model.all.get() ? due.size() : Math.min(LISTED, due.size());
        for (int i = 0; i < listed; i++) {
            if (i > 0) {
                var line = Space.line();
                VBox.setMargin(line, new Insets(0, 0, 0, 67));
                rows.getChildren().add(line);
            }
            rows.getChildren().add(new DueRow(ui, model, due.get(i)));
        }
        if (listed < due.size()) {
            var more = Words.link(ui.text("today.show-all", "n", due.size()), () -> {
                model.all.set(true);
                model.load();
            });
            VBox.setMargin(more, new Insets(8, 15, 12, 67));
            rows.getChildren().add(more);
        }
        return rows;
    }

    private VBox rows(List<Day.Caller> callers) {
        var rows = new VBox();
        rows.getStyleClass().add("group");
        rows.setPadding(new Insets(1));
        for (int i = 0; i < callers.size(); i++) {
            if (i > 0) {
                var line = Space.line();
                VBox.setMargin(line, new Insets(0, 0, 0, 67));
                rows.getChildren().add(line);
            }
            rows.getChildren().add(new CallerRow(ui, model, callers.get(i)));
        }
        return rows;
    }

    private Node nobody(Day day) {
        if (day.followedUp() > 0) {
            return new EmptyFace(Feather.CHECK, ui.text("today.all-done"), ui.text("today.all-done.help", "n", day.followedUp()),
                    Buttons.plain(ui.text("today.see-activity"), Feather.ACTIVITY, () -> ui.go(Place.ACTIVITY)));
        }
        var button = !day.anyContacts()
                ? Buttons.accent(ui.text("shell.act.import"), Feather.UPLOAD, () -> ui.go(Place.IMPORT))
                : Buttons.accent(ui.text("shell.act.new-campaign"), Feather.PLUS, () -> ui.go(Place.NEW_CAMPAIGN));
        var buttons = Space.row(8, button);
        if (!day.anyCampaign() && !ui.desk().sandbox()) {
            buttons.getChildren().add(Buttons.plain(ui.text("shell.workspace.to-sandbox"), Feather.BOX, ui.desk()::openSandbox));
        }
        buttons.setAlignment(Pos.CENTER);
        return new EmptyFace(Feather.PHONE, ui.text("today.nobody"), ui.text("today.nobody.help"), buttons);
    }

    private VBox needs(List<Day.Need> needs) {
        var group = new VBox();
        group.getStyleClass().add("group");
        for (int i = 0; i < needs.size(); i++) {
            if (i > 0) {
                group.getChildren().add(Space.line());
            }
            group.getChildren().add(new NeedRow(ui, needs.get(i)));
        }
        return Space.column(12, Words.heading(ui.text("today.needs")), group);
    }

    private VBox next(Day day) {
        var group = new VBox();
        group.getStyleClass().add("group");
        if (day.next().isEmpty()) {
            var nothing = Words.wrapped(Words.help(ui.text("today.next.nothing")));
            nothing.setPadding(new Insets(15));
            group.getChildren().add(nothing);
        }
        for (var next : day.next().subList(0, Math.min(4, day.next().size()))) {
            if (!group.getChildren().isEmpty()) {
                group.getChildren().add(Space.line());
            }
            group.getChildren().add(new NextRow(ui, next));
        }
        var head = Space.row(8, Words.heading(ui.text("today.next")), Space.rest());
        if (day.anyCampaign()) {
            head.getChildren().add(Words.link(ui.text("today.next.all"), () -> ui.go(Place.CAMPAIGNS)));
        }
        return Space.column(12, head, group);
    }

    private Node since(Day day) {
        var button = Buttons.plain(ui.text("today.since", "opened", day.since().opened(), "clicked", day.since().clicked(), "unsubscribed", day.since().unsubscribed()),
                Feather.CHEVRON_RIGHT, () -> ui.go(Place.ACTIVITY));
        button.getStyleClass().setAll("quiet-row");
        button.setContentDisplay(javafx.scene.control.ContentDisplay.RIGHT);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setMinWidth(0);
        return button;
    }

    private static VBox group(Node inside) {
        var group = new VBox(inside);
        group.getStyleClass().add("group");
        group.setMinHeight(240);
        group.setAlignment(Pos.CENTER);
        VBox.setVgrow(inside, Priority.NEVER);
        return group;
    }
}

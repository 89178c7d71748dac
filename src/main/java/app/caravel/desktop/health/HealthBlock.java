package app.caravel.desktop.health;

import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

import app.caravel.audience.Health;
import app.caravel.audience.Trouble;
import app.caravel.desktop.kit.Bar;
import app.caravel.desktop.kit.Buttons;
import app.caravel.desktop.kit.Icons;
import app.caravel.desktop.kit.Space;
import app.caravel.desktop.kit.Ui;
import app.caravel.desktop.kit.Words;

/** A list's health on a screen: how many can be written to, then what is the matter with the others, a row and its acts a group. */
public final class HealthBlock extends VBox {

    private static final Insets ROW = new Insets(8, 12, 8, 16);

    private final HealthViewModel model;
    private final Ui ui;
    private final Bar bar = new Bar(4);
    private final Label progress = Words.small("");
    private final InvalidationListener shows = _ -> show();
    private final InvalidationListener proceeds = _ -> proceed();

    public HealthBlock(HealthViewModel model, Ui ui) {
        super(8);
        this.model = model;
        this.ui = ui;
        model.health().addListener(new WeakInvalidationListener(shows));
        model.running().addListener(new WeakInvalidationListener(shows));
        model.failed().addListener(new WeakInvalidationListener(shows));
        model.done().addListener(new WeakInvalidationListener(proceeds));
        show();
    }

    private void show() {
        var again = Words.link(ui.text("health.again"), model::check);
        again.setVisible(!model.running().get());
        var head = Space.row(8, Words.heading(ui.text("health.title")), Space.rest(), again);
        head.setMinHeight(32);
        getChildren().setAll(head);
        var failed = model.failed().get();
        var health = model.health().get();
        if (failed != null) {
            getChildren().add(Words.wrapped(Words.of(ui.text(failed), "small", "bounce-text")));
        } else if (health != null) {
            getChildren().addAll(Words.wrapped(Words.body(ui.text("health.people", "people", health.people(), "writable", health.writable()))), groups());
            if (health.notKnown() > 0) {
                getChildren().add(Words.wrapped(Words.help(ui.text("health.not-known", "n", health.notKnown()))));
            }
            var share = health.expectedBounces();
            getChildren().add(Words.wrapped(Words.help(share == null ? ui.text("health.bounces-not-known")
                    : ui.text("health.bounces", "share", ui.formats().percent(share)))));
        }
        if (model.running().get()) {
            getChildren().add(running());
        }
    }

    private Node running() {
        proceed();
        return Space.column(8, Space.row(8, Words.small(ui.text("health.checking")), progress, Space.rest(), Buttons.small(ui.text("health.stop"), null, model::stop)), bar);
    }

    private void proceed() {
        var now = model.done().get();
        bar.set(new Bar.Part(now.total() == 0 ? 0 : (double) now.done() / now.total(), "fill-accent"));
        progress.setText(now.total() == 0 ? "" : ui.text("health.checking-of", "n", now.done(), "m", now.total()));
    }

    private Node groups() {
        var groups = model.groups();
        if (groups.isEmpty()) {
            return Space.row(8, Icons.of(Feather.CHECK_CIRCLE, "person"), Words.muted(ui.text("health.fine")));
        }
        var rows = Space.styled(new VBox(), "group");
        rows.setPadding(new Insets(1));
        for (var group : groups) {
            if (!rows.getChildren().isEmpty()) {
                rows.getChildren().add(Space.line());
            }
            rows.getChildren().add(row(group));
        }
        return rows;
    }

    private HBox row(Health.Group group) {
        var trouble = Space.row(8, Words.strong(ui.text("health.trouble." + group.trouble().key())), Words.muted(ui.formats().number(group.members().size())));
        var example = Words.wrapped(Words.small(example(group)));
        var said = Space.grow(Space.column(2, trouble, example));
        said.setMinWidth(0);
        said.setAlignment(Pos.CENTER_LEFT);
        var row = Space.row(8, said);
        if (HealthViewModel.canCorrect(group)) {
            row.getChildren().add(Buttons.small(ui.text("health.correct"), null, () -> correct(group)));
        } else if (model.canLeaveOut(group)) {
            row.getChildren().add(Buttons.small(ui.text("health.leave-out"), null, () -> leaveOut(group)));
        }
        var keep = Buttons.small(ui.text("health.keep"), null, () -> model.keep(group));
        keep.getStyleClass().add("flat");
        row.getChildren().add(keep);
        row.setPadding(ROW);
        return row;
    }

    /** The first of a group, what is proposed for him, and how many there are besides. */
    private String example(Health.Group group) {
        var first = group.members().getFirst();
        int more = group.members().size() - 1;
        var address = first.address().isEmpty() ? ui.text("health.row-without") : first.address();
        if (first.proposal() != null) {
            var key = (group.trouble() == Trouble.TWICE ? "health.also" : "health.meant") + (more == 0 ? "" : "-more");
            return ui.text(key, "address", address, "meant", first.proposal().written(), "n", more);
        }
        return more == 0 ? address : ui.text("health.example-more", "address", address, "n", more);
    }

    private void leaveOut(Health.Group group) {
        model.leaveOut(group, act -> ui.toasts().undoable(ui.text(model.isOfDraft() ? "health.left-out-here" : "health.left-out", "n", act.count()), null, ui.text("health.undo"), act.undo()));
    }

    private void correct(Health.Group group) {
        model.correct(group, act -> ui.toasts().undoable(ui.text("health.corrected", "n", act.count()),
                act.left() == 0 ? null : ui.text("health.corrected-left", "n", act.left()), ui.text("health.undo"), act.undo()));
    }
}

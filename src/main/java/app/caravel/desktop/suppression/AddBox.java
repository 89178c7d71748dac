package app.caravel.desktop.suppression;

import java.util.List;
import java.util.function.Consumer;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

import app.caravel.contact.FreeMail;
import app.caravel.contact.SuppressionReason;
import app.caravel.desktop.kit.Buttons;
import app.caravel.desktop.kit.Field;
import app.caravel.desktop.kit.Load;
import app.caravel.desktop.kit.Segmented;
import app.caravel.desktop.kit.Space;
import app.caravel.desktop.kit.Timeline;
import app.caravel.desktop.kit.Ui;
import app.caravel.desktop.kit.Words;
import app.caravel.desktop.suppression.SuppressionViewModel.Act;
import app.caravel.desktop.suppression.SuppressionViewModel.Typed;

/** An address or a domain to be put on the list: says whom it concerns while it is typed, and what was said of it before. */
final class AddBox extends VBox {

    private final SuppressionViewModel model;
    private final Ui ui;
    private final TextField text = new TextField();
    private final Field field;
    private final TextField detail = new TextField();
    private final CheckBox below = new CheckBox();
    private final Segmented<SuppressionReason> kind;
    private final VBox ofDomain;
    private final VBox before = Space.column(8);
    private final Button add;
    private final ChangeListener<Load.State<Typed>> listener = (_, _, _) -> show();

    AddBox(SuppressionViewModel model, Ui ui, Consumer<Act> then) {
        super(16);
        this.model = model;
        this.ui = ui;
        SuppressionActs.dress(this);
        text.setPromptText("name@company.com, @company.com");
        field = new Field(ui.text("suppression.target"), text).help(ui.text("suppression.add-help"));
        below.setText(ui.text("suppression.below"));
        kind = new Segmented<>(List.of(SuppressionReason.COMPETITOR, SuppressionReason.OWN_DOMAIN, SuppressionReason.MANUAL), SuppressionReason.COMPETITOR,
                reason -> ui.text("suppression.kind-" + reason.textKey()));
        ofDomain = Space.column(12, below, kind);
        add = Buttons.accent(ui.text("suppression.add-act"), null, () -> model.add(text.getText(), below.isSelected(), kind.getValue(), detail.getText(), act -> {
            ui.dialogs().close();
            then.accept(act);
        }, reason -> field.wrong(ui.text(reason))));
        add.setDefaultButton(true);
        getChildren().setAll(Words.heading(ui.text("suppression.add-heading")), field, ofDomain, new Field(ui.text("suppression.detail-label"), detail), before,
                Space.row(8, Space.rest(), Buttons.plain(ui.text("kit.cancel"), null, ui.dialogs()::close), add));
        text.textProperty().addListener((_, _, _) -> model.read(text.getText(), below.isSelected()));
        below.selectedProperty().addListener((_, _, _) -> model.read(text.getText(), below.isSelected()));
        model.typed().state().addListener(new WeakChangeListener<>(listener));
        model.read("", false);
        show();
    }

    Node first() {
        return text;
    }

    private void show() {
        var typed = model.typed().value() instanceof Typed now ? now : new Typed(null, null, List.of(), 0);
        shown(ofDomain, typed.isDomain());
        add.setDisable(typed.target() == null || typed.listed() != null && !(typed.isDomain() && below.isSelected() && !typed.listed().subdomains()));
        field.help(help(typed));
        field.wrong(null);
        var off = typed.listed() == null ? typed.history() : List.<app.caravel.contact.SuppressionStep>of();
        shown(before, !off.isEmpty());
        before.getChildren().setAll(Words.small(ui.text("suppression.before")), new Timeline(SuppressionPanel.entries(off.stream().limit(4).toList(), ui)));
    }

    private String help(Typed typed) {
        if (typed.target() == null) {
            return ui.text("suppression.add-help");
        }
        if (typed.listed() != null && add.isDisabled()) {
            return ui.text("suppression.listed", "target", typed.listed().target(), "reason", ui.text("suppression.reason-" + typed.listed().reason().textKey()),
                    "date", ui.formats().longDay(typed.listed().since()));
        }
        if (typed.isDomain()) {
            var domain = typed.target();
            return ui.text(FreeMail.isDomain(domain.substring(1)) ? "suppression.free-mail" : "suppression.concerns", "domain", domain, "n", typed.people());
        }
        return ui.text("suppression.one-address");
    }

    private static void shown(Node node, boolean on) {
        node.setVisible(on);
        node.setManaged(on);
    }
}

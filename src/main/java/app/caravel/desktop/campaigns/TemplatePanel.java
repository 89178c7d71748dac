package app.caravel.desktop.campaigns;

import java.util.ArrayList;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.BorderPane;

import org.kordamp.ikonli.feather.Feather;

import app.caravel.desktop.kit.Buttons;
import app.caravel.desktop.kit.Faces;
import app.caravel.desktop.kit.MailPaper;
import app.caravel.desktop.kit.Space;
import app.caravel.desktop.kit.Ui;
import app.caravel.desktop.kit.Words;

/** A template, 400 wide: as a recipient gets it, when to use it, and the way to begin with it. */
final class TemplatePanel extends BorderPane {

    private static final double WIDTH = 400;

    TemplatePanel(Offer offer, NewCampaignViewModel model, Ui ui) {
        getStyleClass().addAll("details", "template-panel");
        Space.width(this, WIDTH);
        setMinHeight(0);
        setTop(head(offer, model, ui));
        setCenter(new Faces<>(ui, model.shown, shown -> mail(offer, shown, ui)));
        setBottom(foot(offer, model, ui));
    }

    private static Node head(Offer offer, NewCampaignViewModel model, Ui ui) {
        var name = Words.heading(model.name(offer));
        name.setMinWidth(0);
        var head = Space.row(4, name, Space.rest());
        if (offer.source() instanceof Offer.Mine(var template)) {
            var more = Buttons.flatIcon(ui.text("campaigns.more"), Feather.MORE_HORIZONTAL, () -> {}, "small");
            more.setOnAction(_ -> new TemplateMenu(template, model, ui).show(more, javafx.geometry.Side.BOTTOM, 0, 4));
            head.getChildren().add(more);
        }
        head.getChildren().add(Buttons.flatIcon(ui.text("kit.close"), Feather.X, () -> model.chosen.set(null), "small"));
        var column = Space.column(2, head, Words.small(model.line(offer)));
        column.getStyleClass().add("panel-head");
        return column;
    }

    private static Node mail(Offer offer, Offers.Shown shown, Ui ui) {
        var paper = new MailPaper().zoomed(offer.letter() ? 0.8 : 0.57);
        paper.show(shown.html(), "");
        var subject = Words.han(Words.strong(shown.subject()));
        subject.setMinWidth(0);
        var name = shown.name();
        var who = Words.small(name == null ? ui.text("templates.shown-to-nobody") : ui.text("templates.shown-to", "name", name));
        who.setMinWidth(0);
        var above = Space.column(2, who, subject);
        above.getStyleClass().add("template-subject");
        var mail = new BorderPane(paper);
        mail.setTop(above);
        mail.setMinSize(0, 0);
        return mail;
    }

    private static Node foot(Offer offer, NewCampaignViewModel model, Ui ui) {
        var rows = new ArrayList<Node>();
        switch (offer.source()) {
            case Offer.Ready(var template) -> {
                rows.add(said(ui.text("templates.when"), ui.text("templates." + template.key() + ".when")));
                rows.add(said(ui.text("templates.fill"), ui.text("templates." + template.key() + ".fill")));
            }
            case Offer.Mine(var template) -> {
                if (!template.note().isBlank()) {
                    rows.add(said(ui.text("templates.when"), template.note()));
                }
            }
        }
        Button use = Buttons.accent(ui.text("templates.use"), null, () -> model.use(offer));
        use.setMaxWidth(Double.MAX_VALUE);
        rows.add(use);
        var foot = Space.column(12, rows.toArray(Node[]::new));
        foot.getStyleClass().add("panel-foot");
        return foot;
    }

    private static Node said(String heading, String sentence) {
        return Space.column(2, Words.strong(heading), Words.wrapped(Words.small(sentence)));
    }
}

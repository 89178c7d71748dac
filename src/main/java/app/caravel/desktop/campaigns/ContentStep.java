package app.caravel.desktop.campaigns;

import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

import app.caravel.campaign.Campaign;
import app.caravel.desktop.kit.Buttons;
import app.caravel.desktop.kit.EmptyFace;
import app.caravel.desktop.kit.Field;
import app.caravel.desktop.kit.Icons;
import app.caravel.desktop.kit.MailPaper;
import app.caravel.desktop.kit.Space;
import app.caravel.desktop.kit.Ui;
import app.caravel.desktop.kit.Words;

/** The content step: the campaign's name, its subject, the mail as it stands, and the way to Compose, where it is written. */
final class ContentStep extends StepPage {

    ContentStep(DraftViewModel model, Campaign campaign, Ui ui, Runnable compose, Feather icon) {
        super(ui.text("campaigns.content"), ui.text("campaigns.content.sentence"));
        boolean written = DraftViewModel.hasContent(campaign);
        var name = new TextField(campaign.name());
        name.focusedProperty().addListener((_, _, focused) -> rename(model, campaign, name.getText(), focused));
        name.setOnAction(_ -> rename(model, campaign, name.getText(), false));
        var field = new Field(ui.text("campaigns.name"), name);
        field.help(ui.text("campaigns.name.help"));
        field.setMaxWidth(480);
        add(field);
        var size = ui.formats().size(campaign.html().getBytes(java.nio.charset.StandardCharsets.UTF_8).length);
        var subject = campaign.subject().isBlank() ? Words.of(ui.text("campaigns.no-subject"), "scheduled-text") : Words.body(campaign.subject());
        subject.setMinWidth(0);
        if (written) {
            add(group(ui.text("campaigns.mail"),
                    row(Words.muted(ui.text("campaigns.subject")), subject),
                    row(Words.muted(ui.text("campaigns.size")), Words.body(size)),
                    row(Words.muted(ui.text("campaigns.plain-text")), Words.body(ui.text(campaign.text() == null ? "campaigns.text-made" : "campaigns.text-written")))));
        }
        var go = Space.row(0, written ? Buttons.plain(ui.text("campaigns.edit-mail"), icon, compose) : Buttons.plain(ui.text("campaigns.write-mail"), icon, compose));
        add(go);
        var side = new BorderPane();
        if (written) {
            var mail = new MailPaper().zoomed(0.65);
            model.shown(campaign.html(), html -> mail.show(html, campaign.text() == null ? "" : campaign.text()));
            side.setCenter(mail);
        } else {
            side.setCenter(new EmptyFace(Feather.EDIT_2, ui.text("campaigns.no-mail"), ui.text("campaigns.no-mail.help"), null));
        }
        var head = new VBox(Space.row(8, Icons.of(Feather.EYE, "small", "subtle"), Words.small(ui.text("campaigns.as-written"))));
        head.getStyleClass().add("panel-head");
        side.setTop(written ? head : null);
        panel(side);
    }

    private static void rename(DraftViewModel model, Campaign campaign, String name, boolean focused) {
        if (!focused && !name.isBlank() && !name.strip().equals(campaign.name())) {
            model.change(now -> now.withName(name.strip()));
        }
    }
}

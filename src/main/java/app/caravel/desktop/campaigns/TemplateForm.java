package app.caravel.desktop.campaigns;

import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;

import app.caravel.content.template.OwnTemplate;
import app.caravel.desktop.kit.Buttons;
import app.caravel.desktop.kit.Field;
import app.caravel.desktop.kit.Space;
import app.caravel.desktop.kit.Ui;
import app.caravel.desktop.kit.Words;

/** What the sender says of an own template: its name, whom it is for, when to use it. */
final class TemplateForm {

    private static final double WIDTH = 440;
    private static final int NOTE_LINES = 4;

    private TemplateForm() {}

    static void show(OwnTemplate template, NewCampaignViewModel model, Ui ui) {
        var name = new TextField(template.name());
        var whom = new TextField(template.forWhom());
        var when = new TextArea(template.note());
        name.setId("template-name");
        whom.setId("template-whom");
        whom.setPromptText(ui.text("templates.first-approach.for"));
        when.setId("template-when");
        when.setPrefRowCount(NOTE_LINES);
        when.setWrapText(true);
        var keep = Buttons.accent(ui.text("templates.keep"), null, () -> {
            ui.dialogs().close();
            model.describe(template, name.getText().strip(), whom.getText().strip(), when.getText().strip());
        });
        keep.setDefaultButton(true);
        keep.disableProperty().bind(name.textProperty().map(String::isBlank));
        var box = Space.column(16, Words.heading(ui.text("templates.edit")), new Field(ui.text("templates.name"), name), new Field(ui.text("templates.whom"), whom),
                new Field(ui.text("templates.when"), when), Space.row(8, Space.rest(), Buttons.plain(ui.text("kit.cancel"), null, ui.dialogs()::close), keep));
        box.getStyleClass().addAll("find", "dialog-box");
        Space.width(box, WIDTH);
        box.setMaxHeight(Region.USE_PREF_SIZE);
        ui.dialogs().show(box, name);
    }
}

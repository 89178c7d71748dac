package app.caravel.desktop.campaigns;

import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;

import org.kordamp.ikonli.feather.Feather;

import app.caravel.content.template.OwnTemplate;
import app.caravel.desktop.kit.Icons;
import app.caravel.desktop.kit.Ui;

/** What can be done with an own template. */
final class TemplateMenu extends ContextMenu {

    TemplateMenu(OwnTemplate template, NewCampaignViewModel model, Ui ui) {
        getItems().setAll(
                item(ui.text("templates.edit"), Feather.EDIT_3, () -> TemplateForm.show(template, model, ui)),
                item(ui.text("templates.duplicate"), Feather.COPY, () -> model.duplicate(template)),
                template.archived() ? item(ui.text("templates.unarchive"), Feather.ROTATE_CCW, () -> model.archive(template, false))
                        : item(ui.text("templates.archive"), Feather.ARCHIVE, () -> model.archive(template, true)),
                item(ui.text("templates.delete"), Feather.TRASH_2, () -> model.delete(template)));
    }

    private static MenuItem item(String word, Feather icon, Runnable act) {
        var item = new MenuItem(word, Icons.of(icon, "small"));
        item.setOnAction(_ -> act.run());
        return item;
    }
}

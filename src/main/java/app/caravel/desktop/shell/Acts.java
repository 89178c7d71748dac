package app.caravel.desktop.shell;

import java.util.ArrayList;
import java.util.List;

import org.kordamp.ikonli.feather.Feather;

import app.caravel.desktop.kit.Desk;
import app.caravel.desktop.kit.Key;
import app.caravel.desktop.kit.Place;
import app.caravel.desktop.kit.Theme;
import app.caravel.desktop.kit.Ui;
import app.caravel.texts.Texts.Language;

/** All acts that Ctrl+K knows. What has no screen yet is left out. */
final class Acts {

    private Acts() {}

    static List<FindViewModel.Act> all(Ui ui, Desk desk, Runnable keys) {
        var acts = new ArrayList<FindViewModel.Act>();
        going(ui, acts, Place.NEW_CAMPAIGN, Feather.PLUS, "shell.act.new-campaign", Key.NEW_CAMPAIGN);
        going(ui, acts, Place.IMPORT, Feather.UPLOAD, "shell.act.import", Key.IMPORT);
        going(ui, acts, Place.PRODUCTS, Feather.PACKAGE, "shell.act.products", null);
        going(ui, acts, Place.SUPPRESSION, Feather.SLASH, "shell.act.suppression", null);
        going(ui, acts, Place.DUPLICATES, Feather.COPY, "shell.act.duplicates", null);
        going(ui, acts, Place.ADD_ACCOUNT, Feather.AT_SIGN, "shell.act.add-account", null);
        for (var item : RailItem.values()) {
            if (item.shown(desk.sandbox())) {
                acts.add(new FindViewModel.Act(item.icon(), ui.text(item.textKey()), ui.text(item.textKey() + ".others"), item.key(),
                        () -> ui.go(Place.of(item.screen()))));
            }
        }
        acts.add(act(ui, Feather.RADIO, "shell.act.pair", () -> ui.go(Place.settings("tracker"))));
        acts.add(act(ui, Feather.SAVE, "shell.act.backup", () -> ui.go(Place.settings("backup"))));
        acts.add(ui.theme().isDark()
                ? act(ui, Feather.SUN, "shell.act.light", () -> ui.theme().choose(Theme.Choice.LIGHT))
                : act(ui, Feather.MOON, "shell.act.dark", () -> ui.theme().choose(Theme.Choice.DARK)));
        var other = ui.theme().language() == Language.ENGLISH ? Language.CHINESE : Language.ENGLISH;
        acts.add(new FindViewModel.Act(Feather.GLOBE, other.ownName(), ui.text("shell.act.language.others"), null, () -> ui.theme().speak(other)));
        acts.add(desk.sandbox()
                ? act(ui, Feather.HOME, "shell.workspace.to-real", () -> desk.openReal(Place.TODAY))
                : act(ui, Feather.BOX, "shell.workspace.to-sandbox", desk::openSandbox));
        acts.add(new FindViewModel.Act(Feather.COMMAND, ui.text("keys.sheet"), ui.text("shell.act.keys.others"), Key.SHEET, keys));
        return acts;
    }

    private static void going(Ui ui, List<FindViewModel.Act> acts, Place place, Feather icon, String textKey, @org.jspecify.annotations.Nullable Key key) {
        if (Screens.has(place.screen())) {
            acts.add(new FindViewModel.Act(icon, ui.text(textKey), ui.text(textKey + ".others"), key, () -> ui.go(place)));
        }
    }

    private static FindViewModel.Act act(Ui ui, Feather icon, String textKey, Runnable act) {
        return new FindViewModel.Act(icon, ui.text(textKey), ui.text(textKey + ".others"), null, act);
    }
}

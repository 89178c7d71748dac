package app.caravel.desktop.settings;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

import app.caravel.desktop.kit.Load;
import app.caravel.desktop.kit.Theme;
import app.caravel.desktop.kit.Ui;
import app.caravel.texts.Texts.Language;
import app.caravel.workspace.Settings;
import app.caravel.workspace.Workspace;

/** What the settings show and change. A change is kept at once and can be taken back. */
final class SettingsViewModel {

    /** The sections, in their order. */
    enum Section {
        GENERAL, BRAND, TRACKER, PRIVACY, MESSAGELOG, MANNERS, HOURS, BACKUP, KEYS, ABOUT;

        String textKey() {
            return "settings." + name().toLowerCase(Locale.ROOT);
        }

        static Section of(String name) {
            return Arrays.stream(values()).filter(each -> each.name().equalsIgnoreCase(name)).findFirst().orElse(GENERAL);
        }
    }

    /** What was read of the workspace. */
    record General(String name, String folder, boolean synchronised) {}

    final ObjectProperty<Section> section = new SimpleObjectProperty<>(Section.GENERAL);
    final Load<General> general;
    final Load<List<String>> unwanted;
    final BrandModel brand;
    final MannersModel manners;
    final HoursModel hours;
    final LoginModel login;
    final BackupModel backup;
    final TrackerModel tracker;
    final LogModel log;

    private final Workspace workspace;
    private final Ui ui;
    private final Deque<Runnable> undo = new ArrayDeque<>();

    SettingsViewModel(Workspace workspace, Ui ui) {
        this.workspace = workspace;
        this.ui = ui;
        this.general = new Load<>(ui.background());
        this.unwanted = new Load<>(ui.background());
        this.brand = new BrandModel(workspace, ui, undo::push);
        this.manners = new MannersModel(workspace, ui, undo::push);
        this.hours = new HoursModel(workspace, ui, undo::push);
        this.login = new LoginModel(ui, undo::push);
        this.backup = new BackupModel(workspace, ui);
        this.tracker = new TrackerModel(workspace, ui);
        this.log = new LogModel(workspace, ui, undo::push);
    }

    void load() {
        general.from(() -> new General(workspace.settings().get(Settings.NAME).orElse(""), workspace.home().folder().toString(),
                workspace.home().isSynchronisedOrShared()));
        brand.load();
        unwanted.from(() -> List.copyOf(workspace.advice().off()));
        manners.load();
        hours.load();
        login.load();
        backup.load();
        tracker.load();
        log.load();
    }

    Path logs() {
        return workspace.home().logs();
    }

    /** This kind of advice is heard again. */
    void hearAgain(String id) {
        undo.push(() -> ui.background().run(() -> workspace.advice().switchOff(id), unwanted::again));
        ui.background().run(() -> workspace.advice().switchOn(id), unwanted::again);
    }

    void speak(Language language) {
        change(ui.theme().language(), language, chosen -> {
            ui.theme().speak(chosen);
            keep(Settings.LANGUAGE, chosen.name());
        });
    }

    void paint(Theme.Choice choice) {
        change(ui.theme().choice(), choice, chosen -> {
            ui.theme().choose(chosen);
            keep(Settings.THEME, chosen.name());
        });
    }

    void rename(String before, String name) {
        change(before, name.strip(), chosen -> keep(Settings.NAME, chosen));
    }

    /** Takes the last change back; false where there is none. */
    boolean undo() {
        var last = undo.poll();
        if (last != null) {
            last.run();
        }
        return last != null;
    }

    private <T> void change(T before, T now, Consumer<T> keep) {
        if (!before.equals(now)) {
            undo.push(() -> keep.accept(before));
            keep.accept(now);
        }
    }

    private void keep(String setting, String value) {
        ui.background().run(() -> workspace.settings().put(setting, value), () -> {});
    }
}

package app.caravel.desktop.contacts;

import java.io.File;
import javafx.scene.Node;
import javafx.scene.input.Clipboard;

import app.caravel.contact.imports.FileKinds;
import app.caravel.desktop.kit.Place;
import app.caravel.desktop.kit.Screen;
import app.caravel.desktop.kit.Ui;
import app.caravel.workspace.Workspace;

/** What was pasted: one person's text is looked through here, rows go on to the import. */
public final class PasteScreen implements Screen {

    private final PasteViewModel model;
    private final Ui ui;

    public PasteScreen(Workspace workspace, Ui ui) {
        this.model = new PasteViewModel(workspace, ui.background());
        this.ui = ui;
    }

    /** Takes what is on the clipboard: a file that was copied, or text. */
    static void paste(Ui ui) {
        var clipboard = Clipboard.getSystemClipboard();
        if (clipboard.hasFiles()) {
            var files = clipboard.getFiles().stream().map(File::toPath).toList();
            ui.go(Place.importOf(FileKinds.firstRead(files).orElse(files.getFirst())));
        } else {
            ui.go(Place.pasted(clipboard.hasString() ? clipboard.getString() : ""));
        }
    }

    @Override
    public String id() {
        return "paste";
    }

    @Override
    public String rail() {
        return Place.CONTACTS.screen();
    }

    @Override
    public boolean wide() {
        return true;
    }

    @Override
    public Node build(Ui ui) {
        return new PasteView(model, ui);
    }

    @Override
    public void shown(Place place) {
        var pasted = place.about(Place.Pasted.class);
        if (pasted != null) {
            model.take(pasted.text(), pasted.person(), rows -> rows(ui, model, rows));
        }
    }

    /** The rows go the way of a file that is named by when they were pasted. */
    static void rows(Ui ui, PasteViewModel model, String text) {
        model.asFile(text, name(ui, "paste.rows-file"), file -> ui.navigator().instead(Place.importOfPasted(file.file(), file.text())));
    }

    /** What the history of imports shows of something that was pasted now. */
    static String name(Ui ui, String key) {
        var now = ui.clock().instant().atZone(ui.zone());
        return ui.text(key, "time", "%tF %tH.%tM".formatted(now, now, now));
    }
}

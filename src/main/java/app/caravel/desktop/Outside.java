package app.caravel.desktop;

import java.nio.file.Path;
import java.util.List;

import org.jspecify.annotations.Nullable;

import app.caravel.desktop.kit.AtLogin;
import app.caravel.desktop.kit.Dialogs.FileKind;
import app.caravel.workspace.Home;

/** What the desk needs of the system around its window. */
interface Outside {

    /** Lets the person choose a file that is there; null where none was chosen. */
    @Nullable Path open(String title, List<FileKind> kinds);

    /** Lets the person choose a folder that is there; null where none was chosen. */
    @Nullable Path folder(String title);

    /** Lets the person choose where to write; null where nothing was chosen. */
    @Nullable Path save(String title, String proposedName, List<FileKind> kinds);

    /**
     * Opens a folder, a file or an address with the system's own program.
     *
     * @param failed called on some thread where there is none
     */
    void show(String address, Runnable failed);

    /** What starts Caravel on a home when the person signs in to this computer. */
    AtLogin atLogin(Home home);

    /** Ends the application. */
    void exit();
}

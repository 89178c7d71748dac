package app.caravel.desktop.kit;

import java.nio.file.Path;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** What lies outside of one window's workspace: the other workspace, the system. */
public interface Desk {

    /** Whether this workspace is the sandbox. */
    boolean sandbox();

    /** Opens the sandbox in place of this workspace. */
    void openSandbox();

    /** Opens the real workspace in place of the sandbox, and goes to a place there. */
    void openReal(Place place);

    /** Imports the rehearsal's own list into the real workspace and opens it there; where that fails, the sandbox stays open. */
    void takeListOver();

    /** Puts a backup in place of the workspace and opens it; passwords come back only with their passphrase. */
    void restore(Path backup, char @Nullable [] passphrase);

    /** Lets the person choose a file that is there; null where none was chosen. */
    @Nullable Path chooseFile(String title, List<Dialogs.FileKind> kinds);

    /** Lets the person choose where to write; null where nothing was chosen. */
    @Nullable Path chooseTarget(String title, String proposedName, List<Dialogs.FileKind> kinds);

    /** Lets the person choose a folder that is there; null where none was chosen. */
    default @Nullable Path chooseFolder(String title) {
        return null;
    }

    /** Opens a folder, a file or an address (https, mailto, tel) with the system's own program. */
    void openWithSystem(String address);

    /** Whether Caravel starts when the person signs in to this computer. */
    default AtLogin atLogin() {
        return AtLogin.NEVER;
    }

    void quit();
}

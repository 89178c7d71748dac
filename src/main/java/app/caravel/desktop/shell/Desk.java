package app.caravel.desktop.shell;

import java.nio.file.Path;

/** What lies outside of one window's workspace: the other workspace, the system. */
public interface Desk {

    /** Whether this workspace is the sandbox. */
    boolean sandbox();

    /** Opens the sandbox in place of this workspace. */
    void openSandbox();

    /** Opens the real workspace in place of the sandbox. */
    void openReal();

    /** Puts a backup in place of the workspace and opens it. */
    void restore(Path backup, char[] passphrase);

    /** Opens a folder, file or address with the system's own program. */
    void openWithSystem(String address);

    void quit();
}

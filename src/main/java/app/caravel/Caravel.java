package app.caravel;

import java.util.Locale;

import app.caravel.cli.CommandLineFace;

/** The entry. No verb and a display: the desktop. No verb and no display: the demo. Else the verb. */
public final class Caravel {

    private Caravel() {}

    public static void main(String[] arguments) {
        System.setProperty("java.util.logging.manager", "java.util.logging.LogManager");
        System.exit(CommandLineFace.run(arguments));
    }

    /** Whether a window can be shown here: Linux without DISPLAY or WAYLAND_DISPLAY has none. */
    static boolean hasDisplay() {
        var system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        return !system.contains("linux") || set("DISPLAY") || set("WAYLAND_DISPLAY");
    }

    private static boolean set(String variable) {
        var value = System.getenv(variable);
        return value != null && !value.isBlank();
    }
}

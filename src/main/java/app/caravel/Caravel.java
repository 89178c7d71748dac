package app.caravel;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import app.caravel.cli.CommandLineFace;
import app.caravel.desktop.DesktopFace;
import app.caravel.desktop.ScreenPictures;
import app.caravel.workspace.Home;
import app.caravel.workspace.LogFile;

/** The entry. No verb and a display: the desktop. No verb and no display: the demo. Else the verb. */
public final class Caravel {

    private static final String SYSTEM_PROXIES = "java.net.useSystemProxies";

    private Caravel() {}

    public static void main(String[] arguments) {
        Natives.use();
        if (System.getProperty(SYSTEM_PROXIES) == null) {
            System.setProperty(SYSTEM_PROXIES, "true"); // read once, at the first question for a proxy
        }
        System.setProperty("java.util.logging.manager", "java.util.logging.LogManager");
        CommandLineFace.pictures((sandbox, folder) -> ScreenPictures.write(sandbox, true, folder).size());
        var home = homeWithoutVerb(arguments);
        if (home == null) {
            if (!Arrays.asList(arguments).contains("serve")) {
                LogFile.start(named(arguments)); // a tracker has no home, and its operator reads its console
            }
            System.exit(CommandLineFace.run(arguments));
        } else {
            System.exit(hasDisplay() ? DesktopFace.launch(home) : CommandLineFace.run(demo(arguments)));
        }
    }

    /** The home to open where no verb is given, alone or by {@code --home}; null where there is a verb. */
    static @Nullable Home homeWithoutVerb(String[] arguments) {
        if (arguments.length == 0) {
            return Home.ofSystem();
        }
        if (arguments.length == 2 && arguments[0].equals("--home")) {
            return new Home(Path.of(arguments[1]));
        }
        return arguments.length == 1 && arguments[0].startsWith("--home=") ? new Home(Path.of(arguments[0].substring("--home=".length()))) : null;
    }

    /** The home that a verb works in: the one named anywhere on the line, or the system's. */
    private static Home named(String[] arguments) {
        for (int i = 0; i < arguments.length; i++) {
            if (arguments[i].startsWith("--home=")) {
                return new Home(Path.of(arguments[i].substring("--home=".length())));
            }
            if (arguments[i].equals("--home") && i + 1 < arguments.length) {
                return new Home(Path.of(arguments[i + 1]));
            }
        }
        return Home.ofSystem();
    }

    private static String[] demo(String[] arguments) {
        var demo = Arrays.copyOf(arguments, arguments.length + 1);
        demo[arguments.length] = "demo";
        return demo;
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

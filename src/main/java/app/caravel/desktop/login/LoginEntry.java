package app.caravel.desktop.login;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** The file by which one system starts a program when its user signs in. */
interface LoginEntry {

    Path file();

    /** What stands in it. @param command the program and its arguments */
    String content(List<String> command);

    /** The one of this computer's system and user. */
    static LoginEntry ofSystem() {
        var user = Path.of(System.getProperty("user.home"));
        var system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        if (system.startsWith("windows")) {
            return new WindowsStartup(folder("APPDATA", user.resolve("AppData").resolve("Roaming")));
        }
        return system.startsWith("mac") ? new MacLaunchAgent(user.resolve("Library")) : new LinuxAutostart(folder("XDG_CONFIG_HOME", user.resolve(".config")));
    }

    private static Path folder(String variable, Path otherwise) {
        var named = Objects.requireNonNullElse(System.getenv(variable), "");
        return named.isBlank() ? otherwise : Path.of(named);
    }

    /** The bytes of the file. */
    default byte[] bytes(List<String> command) {
        return content(command).getBytes(StandardCharsets.UTF_8);
    }
}

package app.caravel.desktop.login;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Linux: a desktop entry in the user's autostart folder (Desktop Application Autostart Specification, freedesktop.org).
 *
 * @param config the user's configuration
 */
record LinuxAutostart(Path config) implements LoginEntry {

    @Override
    public Path file() {
        return config.resolve("autostart").resolve("caravel.desktop");
    }

    @Override
    public String content(List<String> command) {
        return """
                [Desktop Entry]
                Type=Application
                Version=1.5
                Name=Caravel
                Exec=%s
                Terminal=false
                X-GNOME-Autostart-enabled=true
                """.formatted(command.stream().map(LinuxAutostart::quoted).collect(Collectors.joining(" ")));
    }

    /** In quotes, escaped twice: once as an argument is, once as every string of the file is. */
    private static String quoted(String word) {
        var argument = word.replace("%", "%%").replace("\\", "\\\\").replace("\"", "\\\"").replace("`", "\\`").replace("$", "\\$");
        return "\"" + argument.replace("\\", "\\\\") + "\"";
    }
}

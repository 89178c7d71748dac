package app.caravel.desktop.login;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Windows: a command file in the user's Startup folder. It reads itself as UTF-8, for paths with a name like 王敏 in them.
 *
 * @param appData the user's roaming data
 */
record WindowsStartup(Path appData) implements LoginEntry {

    @Override
    public Path file() {
        return appData.resolve("Microsoft").resolve("Windows").resolve("Start Menu").resolve("Programs").resolve("Startup").resolve("Caravel.cmd");
    }

    @Override
    public String content(List<String> command) {
        return "@echo off\r\nchcp 65001 >nul\r\nstart \"\" " + command.stream().map(word -> "\"" + word.replace("%", "%%") + "\"").collect(Collectors.joining(" ")) + "\r\n";
    }
}

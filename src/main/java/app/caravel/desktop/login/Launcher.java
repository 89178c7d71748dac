package app.caravel.desktop.login;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** How the Caravel that runs now is started by itself: an installer's program, or the launcher of a folder that has its own runtime. */
record Launcher(List<String> program) {

    Launcher {
        program = List.copyOf(program);
    }

    /** Nothing where it runs from classes, as it does while it is developed. */
    static Optional<Launcher> ofThisProcess() {
        var packaged = Objects.requireNonNullElse(System.getProperty("jpackage.app-path"), "");
        return packaged.isBlank() ? in(Path.of(System.getProperty("java.home"))) : Optional.of(new Launcher(List.of(packaged)));
    }

    /** The launcher of the folder that a runtime lies in. */
    static Optional<Launcher> in(Path runtime) {
        var folder = runtime.toAbsolutePath().normalize().getParent();
        if (folder == null || !Files.isRegularFile(folder.resolve("lib").resolve("caravel.jar"))) {
            return Optional.empty();
        }
        var windowed = runtime.resolve("bin").resolve("javaw.exe"); // java.exe would leave a black window open
        if (Files.isRegularFile(windowed)) {
            var lib = folder.resolve("lib");
            return Optional.of(new Launcher(List.of(windowed.toString(), "@" + lib.resolve("caravel.args"), "-XX:AOTCache=" + lib.resolve("caravel.aot"),
                    "-cp", lib.resolve("caravel.jar").toString(), "app.caravel.Caravel")));
        }
        var script = folder.resolve("bin").resolve("caravel");
        return Files.isRegularFile(script) ? Optional.of(new Launcher(List.of(script.toString()))) : Optional.empty();
    }

    /** The whole command that opens a home. */
    List<String> command(Path home) {
        var command = new ArrayList<>(program);
        command.add("--home");
        command.add(home.toString());
        return List.copyOf(command);
    }
}

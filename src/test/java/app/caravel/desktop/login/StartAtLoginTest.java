package app.caravel.desktop.login;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import app.caravel.desktop.kit.AtLogin.State;
import app.caravel.reason.Problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The files of all three systems, written into folders of their own; what the systems make of them was not tried on Windows and macOS. */
class StartAtLoginTest {

    private static final Path HOME = Path.of("/home/王敏/50% & more/$data");

    @TempDir
    Path folder;

    /** A folder as the build leaves it. */
    private Path installed(String... programs) throws Exception {
        for (var file : programs) {
            Files.createDirectories(folder.resolve(file).getParent());
            Files.writeString(folder.resolve(file), "");
        }
        return Files.createDirectories(folder.resolve("runtime"));
    }

    private static String switchedOn(LoginEntry entry, List<String> program) throws Exception {
        var start = new StartAtLogin(entry, Optional.of(new Launcher(program)), HOME);
        assertEquals(State.OFF, start.state());
        start.set(true);
        assertEquals(State.ON, start.state());
        var written = Files.readString(entry.file());
        var elsewhere = new StartAtLogin(entry, Optional.of(new Launcher(List.of("/old/caravel"))), HOME);
        assertEquals(State.OFF, elsewhere.state(), "what another place left behind does not start this one");
        start.set(false);
        assertEquals(State.OFF, start.state());
        assertFalse(Files.exists(entry.file()));
        start.set(false);
        return written;
    }

    @Test
    void windowsHasACommandFileInTheStartupFolder() throws Exception {
        var entry = new WindowsStartup(folder.resolve("Roaming"));
        assertEquals("@echo off\r\nchcp 65001 >nul\r\nstart \"\" \"C:\\Program Files\\Caravel\\Caravel.exe\" \"--home\" \"/home/王敏/50%% & more/$data\"\r\n",
                switchedOn(entry, List.of("C:\\Program Files\\Caravel\\Caravel.exe")));
        assertEquals(folder.resolve("Roaming/Microsoft/Windows/Start Menu/Programs/Startup/Caravel.cmd"), entry.file());
    }

    @Test
    void aMacHasALaunchAgent() throws Exception {
        var entry = new MacLaunchAgent(folder.resolve("Library"));
        switchedOn(entry, List.of("/Applications/Caravel.app/Contents/MacOS/Caravel"));
        assertEquals(folder.resolve("Library/LaunchAgents/app.caravel.plist"), entry.file());
        var reader = DocumentBuilderFactory.newInstance();
        reader.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        var strings = reader.newDocumentBuilder().parse(new java.io.ByteArrayInputStream(entry.bytes(List.of("/Applications/<Caravel>", "--home", HOME.toString())))).getElementsByTagName("string");
        assertEquals(List.of("app.caravel", "/Applications/<Caravel>", "--home", HOME.toString(), "Interactive"),
                java.util.stream.IntStream.range(0, strings.getLength()).mapToObj(i -> strings.item(i).getTextContent()).toList());
    }

    @Test
    void linuxHasADesktopEntryThatIsQuotedAsItsSpecificationAsks() throws Exception {
        var entry = new LinuxAutostart(folder.resolve("config"));
        var written = switchedOn(entry, List.of("/opt/caravel \"new\"/bin/caravel"));
        assertEquals(folder.resolve("config/autostart/caravel.desktop"), entry.file());
        assertTrue(written.startsWith("[Desktop Entry]\nType=Application\n"), written);
        assertTrue(written.contains("\nExec=\"/opt/caravel \\\\\"new\\\\\"/bin/caravel\" \"--home\" \"/home/王敏/50%% & more/\\\\$data\"\n"), written);
    }

    @Test
    void aFolderWithItsOwnRuntimeIsStartedByItsLauncherAndADevelopmentBuildByNothing() throws Exception {
        assertEquals(Optional.empty(), Launcher.in(installed()));
        var start = new StartAtLogin(new LinuxAutostart(folder.resolve("config")), Launcher.in(installed("bin/caravel")), HOME);
        assertEquals(State.CANNOT, start.state());
        assertThrows(Problem.class, () -> start.set(true));
        var script = Launcher.in(installed("bin/caravel", "lib/caravel.jar")).orElseThrow();
        assertEquals(List.of(folder.resolve("bin/caravel").toString(), "--home", HOME.toString()), script.command(HOME));
        var windowed = Launcher.in(installed("runtime/bin/javaw.exe")).orElseThrow().program();
        assertEquals(List.of(folder.resolve("runtime/bin/javaw.exe").toString(), "@" + folder.resolve("lib/caravel.args")), windowed.subList(0, 2));
        assertEquals("app.caravel.Caravel", windowed.getLast());
    }

    @Test
    void whatCannotBeWrittenSaysWhichFile() throws Exception {
        var blocked = Files.writeString(folder.resolve("config"), "a file stands where the folder should be");
        var start = new StartAtLogin(new LinuxAutostart(blocked), Optional.of(new Launcher(List.of("/opt/caravel"))), HOME);
        var problem = assertThrows(Problem.class, () -> start.set(true));
        assertEquals("settings.login.not-written", problem.reason().key());
    }
}

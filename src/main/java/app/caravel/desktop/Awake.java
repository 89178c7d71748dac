package app.caravel.desktop;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * Keeps the computer awake while mails leave, by the system's own program: caffeinate on a Mac, systemd-inhibit where there
 * is one, PowerShell on Windows (none of them tried on a real machine so far). Each ends by itself when this process is gone.
 * Where there is none the computer sleeps as ever: sending goes on when it wakes.
 */
final class Awake {

    /** ES_CONTINUOUS and ES_SYSTEM_REQUIRED of SetThreadExecutionState. */
    private static final String WINDOWS = "$p = Add-Type -PassThru -Name Power -MemberDefinition '[DllImport(\"kernel32.dll\")] public static extern uint SetThreadExecutionState(uint flags);'; "
            + "[void]$p::SetThreadExecutionState([uint32]2147483649); Wait-Process -Id ";

    private final Supplier<List<String>> program;
    private @Nullable Process running;
    private boolean missing;

    Awake() {
        this(() -> program(System.getProperty("os.name", ""), ProcessHandle.current().pid()));
    }

    /** @param program with its arguments */
    Awake(Supplier<List<String>> program) {
        this.program = program;
    }

    static List<String> program(String system, long pid) {
        var name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("mac")) {
            return List.of("caffeinate", "-i", "-w", String.valueOf(pid));
        }
        if (name.startsWith("windows")) {
            return List.of("powershell", "-NoProfile", "-NonInteractive", "-WindowStyle", "Hidden", "-Command", WINDOWS + pid);
        }
        return List.of("systemd-inhibit", "--what=sleep:idle", "--who=Caravel", "--why=Mails are being sent", "--mode=block", "tail", "--pid=" + pid, "-f", "/dev/null");
    }

    /** Begins or ends it; said again it changes nothing. Starts a program, so not on the JavaFX thread. */
    synchronized void keep(boolean awake) {
        if (!awake) {
            end();
            return;
        }
        if (missing || isKeeping()) {
            return;
        }
        try {
            running = new ProcessBuilder(program.get()).redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        } catch (IOException e) {
            missing = true;
            System.getLogger(Awake.class.getName()).log(System.Logger.Level.INFO, "the computer cannot be kept awake: {0}", e.getMessage());
        }
    }

    synchronized boolean isKeeping() {
        return running != null && running.isAlive();
    }

    private void end() {
        if (running != null) {
            running.descendants().forEach(ProcessHandle::destroy);
            running.destroy();
            running = null;
        }
    }
}

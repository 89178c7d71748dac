package app.caravel.desktop.login;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

import app.caravel.desktop.kit.AtLogin;
import app.caravel.reason.Problem;
import app.caravel.reason.Reason;

/** Starts the Caravel that runs now, on its home, whenever the person signs in to this computer. */
public final class StartAtLogin implements AtLogin {

    private final LoginEntry entry;
    private final Optional<Launcher> launcher;
    private final Path home;

    StartAtLogin(LoginEntry entry, Optional<Launcher> launcher, Path home) {
        this.entry = entry;
        this.launcher = launcher;
        this.home = home;
    }

    /** As this computer's system does it. @param home the folder that is opened then */
    public static StartAtLogin ofSystem(Path home) {
        return new StartAtLogin(LoginEntry.ofSystem(), Launcher.ofThisProcess(), home);
    }

    /** On only where the system would start this very one: an entry that another place left behind counts for nothing. */
    @Override
    public State state() {
        if (launcher.isEmpty()) {
            return State.CANNOT;
        }
        try {
            return Files.exists(entry.file()) && Arrays.equals(Files.readAllBytes(entry.file()), bytes(launcher.get())) ? State.ON : State.OFF;
        } catch (IOException e) {
            throw problem(e);
        }
    }

    @Override
    public void set(boolean on) {
        try {
            if (on) {
                Files.createDirectories(Objects.requireNonNull(entry.file().getParent()));
                Files.write(entry.file(), bytes(launcher.orElseThrow(() -> Problem.of("settings.login.cannot"))));
            } else {
                Files.deleteIfExists(entry.file());
            }
        } catch (IOException e) {
            throw problem(e);
        }
    }

    private byte[] bytes(Launcher by) {
        return entry.bytes(by.command(home));
    }

    private Problem problem(IOException e) {
        return new Problem(Reason.of("settings.login.not-written", "file", entry.file().toString()), e);
    }
}

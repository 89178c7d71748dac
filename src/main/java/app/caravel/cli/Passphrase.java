package app.caravel.cli;

import org.jspecify.annotations.Nullable;

import app.caravel.reason.Problem;

/** A passphrase by the name of an environment variable: never on the command line, where a process list shows it. */
final class Passphrase {

    private Passphrase() {}

    static char @Nullable [] of(@Nullable String variable) {
        if (variable == null) {
            return null;
        }
        var value = System.getenv(variable);
        if (value == null || value.isEmpty()) {
            throw Problem.of("backup.no-passphrase", "variable", variable);
        }
        return value.toCharArray();
    }
}

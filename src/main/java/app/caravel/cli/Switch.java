package app.caravel.cli;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

import app.caravel.reason.Problem;

/** An option that is on, off or not said. */
final class Switch {

    private Switch() {}

    static @Nullable Boolean parse(String option, @Nullable String written) {
        if (written == null) {
            return null;
        }
        return switch (written.toLowerCase(Locale.ROOT)) {
            case "on" -> true;
            case "off" -> false;
            default -> throw Problem.of("cli.on-or-off", "option", option, "value", written);
        };
    }
}

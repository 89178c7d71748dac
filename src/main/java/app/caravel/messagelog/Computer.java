package app.caravel.messagelog;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;

/** This computer's name, found without asking the network where the system says it itself. */
final class Computer {

    private static volatile String known = "";

    private Computer() {}

    static String name() {
        if (known.isEmpty()) {
            known = find();
        }
        return known;
    }

    private static String find() {
        for (var variable : new String[] {"COMPUTERNAME", "HOSTNAME"}) {
            var named = System.getenv(variable);
            if (named != null && !named.isBlank()) {
                return named.strip();
            }
        }
        try {
            var kernel = Path.of("/proc/sys/kernel/hostname");
            return Files.isReadable(kernel) ? Files.readString(kernel).strip() : InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException nameless) {
            return "localhost";
        } catch (IOException unreadable) {
            return "localhost";
        }
    }
}

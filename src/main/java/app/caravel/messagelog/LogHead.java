package app.caravel.messagelog;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;

/** What stands above the lines of a file of ours. */
public final class LogHead {

    /** How each of our files begins. */
    static final String OURS = "#Software: Caravel";

    private LogHead() {}

    /** Whether a file that begins so is one that Caravel wrote. */
    public static boolean isOurs(byte[] head) {
        return new String(head, 0, Math.min(head.length, OURS.length()), StandardCharsets.US_ASCII).equals(OURS);
    }

    static String of(Instant begun) {
        return OURS + "\r\n#Version: 15.00.0000.000\r\n#Log-type: Message Tracking Log\r\n#Date: " + LogLine.time(begun)
                + "\r\n#Fields: " + String.join(",", LogField.KEYS) + "\r\n";
    }

    /** The index of Message-IDs beside a file. */
    public static Path indexOf(Path file) {
        return file.resolveSibling(file.getFileName() + ".ids");
    }
}

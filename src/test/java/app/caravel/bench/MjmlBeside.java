package app.caravel.bench;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

import com.sun.management.OperatingSystemMXBean;

import app.caravel.content.Mjml;

/**
 * Our half of the comparison with the official mjml: {@code MjmlBeside FOLDER TEMPLATES.mjml...} grows each template to 20 kB, writes it
 * into the folder for the other half, and prints name, bytes, median of elapsed and mean of processor milliseconds when warm.
 */
public final class MjmlBeside {

    private static final int ROUNDS = 200;
    private static volatile int written;

    private MjmlBeside() {}

    public static void main(String[] arguments) throws Exception {
        var folder = Files.createDirectories(Path.of(arguments[0]));
        for (var template : Arrays.copyOfRange(arguments, 1, arguments.length)) {
            var name = String.valueOf(Path.of(template).getFileName());
            var mjml = Composing.grown(Files.readString(Path.of(template)), 20 * 1024);
            Files.writeString(folder.resolve(name), mjml);
            var elapsed = new double[ROUNDS];
            for (int i = 0; i < ROUNDS; i++) { // before they count
                written += Mjml.toHtml(mjml, "en").length();
            }
            long processor = processor();
            for (int i = 0; i < ROUNDS; i++) {
                long began = System.nanoTime();
                written += Mjml.toHtml(mjml, "en").length();
                elapsed[i] = (System.nanoTime() - began) / 1e6;
            }
            double used = (processor() - processor) / 1e6 / ROUNDS;
            Arrays.sort(elapsed);
            System.out.printf("%s %d %.2f %.2f%n", name, mjml.length(), elapsed[ROUNDS / 2], used);
        }
    }

    /** Of the whole process, as node tells it: compiler and collector count. */
    private static long processor() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }
}

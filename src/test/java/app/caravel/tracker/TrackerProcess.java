package app.caravel.tracker;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** {@code caravel tracker serve} as a process of its own, with the heap it has to live in. */
final class TrackerProcess implements AutoCloseable {

    private static final Pattern PORT = Pattern.compile("port (\\d+)");

    final Process process;
    final URI base;

    private TrackerProcess(Process process, URI base) {
        this.process = process;
        this.base = base;
    }

    /**
     * @param wrapper what starts the server, e.g. a shell that sets limits first; the words of the command follow it
     */
    static TrackerProcess start(Path data, List<String> wrapper) throws Exception {
        var command = new ArrayList<>(wrapper);
        command.addAll(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx64m", "-XX:MaxDirectMemorySize=24m", "-Dvertx.disableTCCL=true",
                "--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"), "app.caravel.Caravel",
                "tracker", "serve", "--data", data.toString(), "--port", "0", "--bind", "127.0.0.1"));
        var process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        var said = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)).readLine();
        var port = PORT.matcher(String.valueOf(said));
        if (!port.find()) {
            process.destroyForcibly();
            throw new IllegalStateException("the tracker did not start: " + said);
        }
        return new TrackerProcess(process, URI.create("http://127.0.0.1:" + port.group(1)));
    }

    void killAtOnce() throws InterruptedException {
        process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
    }

    /** Asks it to stop as a service manager does, and returns its exit code. */
    int stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the tracker does not stop");
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}

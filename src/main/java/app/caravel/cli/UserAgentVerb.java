package app.caravel.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.concurrent.Callable;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

import app.caravel.evidence.UserAgents;
import app.caravel.reason.Problem;
import app.caravel.reason.Reason;
import app.caravel.texts.Texts;

/** {@code caravel useragent ...}: what a user agent alone tells. */
@Command(name = "useragent", description = "What user agents tell.")
public final class UserAgentVerb extends VerbGroup {

    /** Answers every line, blank ones too. */
    @Command(name = "classify", description = "Label and reason for each line of a file.")
    public static final class Classify implements Callable<Integer> {

        @CommandLine.Mixin
        Options options;

        @Parameters(paramLabel = "FILE", description = "One user agent a line.")
        Path file;

        @Override
        public Integer call() {
            var texts = Texts.in(Texts.Language.ENGLISH);
            try (var lines = new BufferedReader(new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8))) {
                for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                    var known = UserAgents.of(line);
                    var reason = texts.get(known.reason());
                    if (options.json()) {
                        var row = new LinkedHashMap<String, Object>();
                        row.put("user_agent", line);
                        row.put("label", known.label().word());
                        row.put("reason", reason);
                        options.print(row);
                    } else {
                        options.out().println(known.label().word() + "\t" + reason + "\t" + line);
                    }
                }
                return 0;
            } catch (IOException e) {
                throw new Problem(Reason.of("campaign.file-unreadable", "file", file.toString()), e);
            }
        }
    }
}

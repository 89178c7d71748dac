package app.caravel.desktop.login;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * macOS: a launch agent of the user, run once when he signs in.
 *
 * @param library the user's Library
 */
record MacLaunchAgent(Path library) implements LoginEntry {

    private static final String LABEL = "app.caravel";

    @Override
    public Path file() {
        return library.resolve("LaunchAgents").resolve(LABEL + ".plist");
    }

    @Override
    public String content(List<String> command) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
                <plist version="1.0">
                <dict>
                  <key>Label</key>
                  <string>%s</string>
                  <key>ProgramArguments</key>
                  <array>
                %s
                  </array>
                  <key>RunAtLoad</key>
                  <true/>
                  <key>ProcessType</key>
                  <string>Interactive</string>
                </dict>
                </plist>
                """.formatted(LABEL, command.stream().map(word -> "    <string>" + escaped(word) + "</string>").collect(Collectors.joining("\n")));
    }

    private static String escaped(String word) {
        return word.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}

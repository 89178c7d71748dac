package app.caravel.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import app.caravel.texts.Texts;
import app.caravel.workspace.Backup;

/** {@code backup FILE}: the whole workspace in one file, also while it is open elsewhere. */
@Command(name = "backup", description = "Writes the whole workspace into one file; passwords only under a passphrase.")
public final class BackupVerb implements Callable<Integer> {

    @Mixin
    Options options;

    @Parameters(paramLabel = "FILE")
    Path file;

    @Option(names = "--passphrase-env", paramLabel = "VAR", description = "Environment variable with the passphrase that passwords are kept under.")
    @Nullable String passphrase;

    @Override
    public Integer call() {
        try (var workspace = options.openExisting()) {
            var written = Backup.write(workspace, file, Passphrase.of(passphrase));
            if (options.json()) {
                var json = new LinkedHashMap<String, Object>();
                json.put("file", written.file().toString());
                json.put("bytes", written.bytes());
                json.put("contacts", written.contacts());
                json.put("passwords", written.passwords());
                options.print(json);
            } else {
                options.out().println(Texts.in(Texts.Language.ENGLISH).get("backup.written", "file", written.file().toString(), "contacts", written.contacts(),
                        "passwords", written.passwords()));
            }
        }
        return 0;
    }
}

package app.caravel.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import app.caravel.reason.Problem;
import app.caravel.texts.Formats;
import app.caravel.texts.Texts;
import app.caravel.workspace.HomeLock;
import app.caravel.workspace.Restore;

/** {@code restore FILE}: a backup in place of the workspace, which is set aside. */
@Command(name = "restore", description = "Puts a backup in place of the workspace. What stood there is set aside, not deleted.")
public final class RestoreVerb implements Callable<Integer> {

    @Mixin
    Options options;

    @Parameters(paramLabel = "FILE")
    Path file;

    @Option(names = "--passphrase-env", paramLabel = "VAR", description = "Environment variable with the passphrase that passwords were kept under.")
    @Nullable String passphrase;

    @Override
    public Integer call() {
        var texts = Texts.in(Texts.Language.ENGLISH);
        var clock = Clock.systemUTC();
        switch (HomeLock.take(options.home(), clock)) {
            case HomeLock.Held held -> throw Problem.of("backup.open-elsewhere", "time", new Formats(texts, clock, ZoneId.systemDefault()).when(held.since()));
            case HomeLock.Taken(var lock) -> {
                try (lock) {
                    print(Restore.run(options.home(), file, Passphrase.of(passphrase), clock), texts);
                }
            }
        }
        return 0;
    }

    private void print(Restore.Restored restored, Texts texts) {
        var aside = restored.setAside();
        if (options.json()) {
            var json = new LinkedHashMap<String, @Nullable Object>();
            json.put("made_at", restored.madeAt().toString());
            json.put("contacts", restored.contacts());
            json.put("passwords", restored.passwords());
            json.put("paused", restored.paused());
            json.put("set_aside", aside == null ? null : aside.toString());
            options.print(json);
            return;
        }
        options.out().println(texts.get("backup.restored", "time", restored.madeAt().toString(), "contacts", restored.contacts(), "passwords", restored.passwords()));
        if (restored.paused() > 0) {
            options.out().println(texts.get("backup.paused", "n", restored.paused()));
        }
        if (aside != null) {
            options.out().println(texts.get("backup.aside", "folder", aside.toString()));
        }
    }
}

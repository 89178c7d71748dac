package app.caravel.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import app.caravel.account.Account;
import app.caravel.reason.Problem;
import app.caravel.reason.Reason;
import app.caravel.workspace.Workspace;

/** {@code account signature}: what the account's mails end with. */
@Command(name = "signature", description = "What the account's mails end with, in place of what their own signature block says; without an option only shows it.")
final class AccountSignatureVerb extends AccountVerbs.OnOne {

    @Option(names = "--text", paramLabel = "TEXT", description = "Name, title, phone; \\n begins a new line, an empty text takes it away.")
    @Nullable String text;

    @Option(names = "--file", paramLabel = "F", description = "The same from a text file (UTF-8).")
    @Nullable Path file;

    @Override
    void act(Workspace workspace, Account account) {
        if (file != null) {
            workspace.signatureTexts().put(account.id(), read(file));
        } else if (text != null) {
            workspace.signatureTexts().put(account.id(), lines(text));
        }
        if (!options.json()) {
            options.out().println(workspace.signatureTexts().of(account.id()));
        }
    }

    /** A text of one line, as a shell hands it over, in its lines. */
    static String lines(String written) {
        return written.replace("\\n", "\n");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new Problem(Reason.of("campaign.file-unreadable", "file", file.toString()), e);
        }
    }
}

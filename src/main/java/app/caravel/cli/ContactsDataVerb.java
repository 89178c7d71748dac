package app.caravel.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

import app.caravel.contact.EmailAddress;
import app.caravel.reason.Problem;

/** {@code contacts data}: everything that is known of one person, to be handed to him. */
@Command(
        name = "data",
        description = "Writes everything that is known of one person to a readable file (GDPR Art. 15): facts, lists, notes, mails as they were sent, signs and what we believed of them.")
final class ContactsDataVerb implements Callable<Integer> {

    @Mixin
    Options options;

    @Parameters(index = "0", paramLabel = "ADDRESS", description = "One of his addresses.")
    String address;

    @Parameters(index = "1", paramLabel = "FILE", description = "A .json file, or a .zip of it.")
    Path file;

    @Override
    public Integer call() {
        var whose = EmailAddress.parse(address).orElseThrow(() -> Problem.of("contacts.not-an-address", "address", address));
        try (var workspace = options.openExisting()) {
            int mails = workspace.personData().write(whose, file);
            if (options.json()) {
                options.print(Map.of("address", whose.canonical(), "mails", mails, "file", file.toString()));
            } else {
                options.out().printf("Written to %s, with %,d mails%n", file, mails);
            }
        }
        return 0;
    }
}

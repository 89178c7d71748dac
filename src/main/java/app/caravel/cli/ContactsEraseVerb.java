package app.caravel.cli;

import java.util.LinkedHashMap;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

import app.caravel.contact.EmailAddress;
import app.caravel.reason.Problem;
import app.caravel.workspace.Erasure.Erased;

/** {@code contacts erase}: one person goes for good; a mark stays that keeps him from being written to. */
@Command(
        name = "erase",
        description = "Erases one person for good (GDPR Art. 17): contact, notes, lists, signs, values of mails, and the freed pages of the file. "
                + "Campaigns keep their numbers, a mark nobody can read keeps him from being written to, and files that still hold him are named.")
final class ContactsEraseVerb implements Callable<Integer> {

    @Mixin
    Options options;

    @Parameters(paramLabel = "ADDRESS", description = "One of his addresses.")
    String address;

    @Override
    public Integer call() {
        var whose = EmailAddress.parse(address).orElseThrow(() -> Problem.of("contacts.not-an-address", "address", address));
        try (var workspace = options.openExisting()) {
            var erased = workspace.erasure().erase(whose);
            if (options.json()) {
                options.print(row(whose, erased));
            } else {
                tell(erased);
            }
            return erased.cleaned() ? 0 : 1;
        }
    }

    private static LinkedHashMap<String, Object> row(EmailAddress whose, Erased erased) {
        var row = new LinkedHashMap<String, Object>();
        row.put("address", whose.canonical());
        row.put("erased_at", erased.at().toString());
        row.put("rows", erased.rows());
        row.put("messages", erased.messages());
        row.put("events", erased.events());
        row.put("cancelled", erased.cancelled());
        row.put("texts", erased.texts());
        row.put("freed_pages", erased.cleaned());
        row.put("still_named", erased.stillNamed());
        row.put("copies", erased.copies().stream().map(Object::toString).toList());
        return row;
    }

    private void tell(Erased erased) {
        var out = options.out();
        out.printf("Erased: %,d rows, %,d mails are nobody’s now (%,d that waited will not go), %,d events without their reader%n",
                erased.rows().values().stream().mapToInt(Integer::intValue).sum(), erased.messages(), erased.cancelled(), erased.events());
        erased.stillNamed().forEach((where, n) -> out.printf("The name still stands in %s (%,d): look whether it is his%n", where, n));
        erased.copies().forEach(file -> out.println("Still holds him: " + file));
        if (!erased.cleaned()) {
            options.err().println("The database file could not be written anew: make room on the disk, or close what reads it, and erase the same address again.");
        }
    }
}

package app.caravel.contact.imports;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

import app.caravel.contact.FreeMail;
import app.caravel.contact.MailDomain;
import app.caravel.contact.SuppressionReason;
import app.caravel.reason.Problem;
import app.caravel.store.Database;

/**
 * Takes a file of addresses and domains that must not be written to: what other programs call a suppression, unsubscribe or
 * blocklist. Any kind of file that people are imported from; addresses and domains are found in whatever column they stand.
 */
public final class SuppressionFiles {

    private static final int PART = 5_000;
    private static final int EXAMPLES = 5;

    private final SuppressionFileStore store;
    private final Clock clock;

    public SuppressionFiles(Database database, Clock clock) {
        this.store = new SuppressionFileStore(database.jdbi());
        this.clock = clock;
    }

    /**
     * What became of a file: found = added + known + bad.
     *
     * @param known stood on the list before, or twice in the file
     * @param bad rows without an address or domain, and domains where anybody can have a mailbox
     * @param examples the first few of the bad ones, as the file wrote them
     */
    public record Taken(long id, String file, int found, int added, int known, int bad, List<String> examples) {}

    /**
     * Takes all of the file or nothing.
     *
     * @param reason imported, or what the person says of all of them
     * @throws Problem where it cannot be read, or holds no address and no domain
     */
    public Taken take(Path file, SuppressionReason reason) {
        var name = String.valueOf(file.getFileName());
        var read = read(file);
        if (read.addresses.isEmpty() && read.domains.isEmpty()) {
            throw Problem.of("suppression.nothing-in-file", "file", name);
        }
        var at = clock.instant();
        long id = store.begin(name, at);
        int added = 0;
        try {
            for (int from = 0; from < read.addresses.size(); from += PART) {
                added += store.addresses(id, read.addresses.subList(from, Math.min(from + PART, read.addresses.size())), reason, name, at);
            }
            for (int from = 0; from < read.domains.size(); from += PART) {
                added += store.domains(id, read.domains.subList(from, Math.min(from + PART, read.domains.size())), reason, name, at);
            }
            int good = read.addresses.size() + read.domains.size();
            store.account(id, good + read.bad, added, good - added, read.bad);
            return new Taken(id, name, good + read.bad, added, good - added, read.bad, List.copyOf(read.examples));
        } catch (RuntimeException e) {
            store.forget(id);
            throw e;
        }
    }

    /**
     * Takes a file back: what it put on the list goes off, but for those who gave a reason of their own meanwhile.
     *
     * @return how many went off
     * @throws Problem where there is no such import, or it was taken back before
     */
    public int undo(long id) {
        return store.undo(id, clock.instant());
    }

    private static final class Read {
        final List<String> addresses = new ArrayList<>();
        final List<MailDomain> domains = new ArrayList<>();
        final List<String> examples = new ArrayList<>();
        int bad;
    }

    private static Read read(Path file) {
        var read = new Read();
        try {
            var first = Sources.of(file, ImportOptions.NOTICED);
            if (first.sheets().size() < 2) {
                read(first, read);
            } else {
                for (var sheet : first.sheets()) {
                    read(Sources.of(file, ImportOptions.NOTICED.withSheet(sheet)), read);
                }
            }
        } catch (IOException e) {
            throw Sources.problem(e, file);
        }
        return read;
    }

    /** What stands above the first address or domain is the head of a table, or notes. */
    private static void read(Source source, Read into) throws IOException {
        boolean begun = false;
        var domainColumns = new ArrayList<Integer>();
        try (var table = source.open()) {
            for (var row = table.next(); row != null; row = table.next()) {
                if (row.isBlank()) {
                    continue;
                }
                int before = into.addresses.size() + into.domains.size();
                take(row, domainColumns, into);
                if (into.addresses.size() + into.domains.size() > before) {
                    begun = true;
                } else if (begun) {
                    bad(row.text().strip(), into);
                } else {
                    domainColumns.clear();
                    for (int i = 0; i < row.cells().size(); i++) {
                        if (List.of("domain", "domains", "域名", "域").contains(Headers.normal(row.cell(i)))) {
                            domainColumns.add(i);
                        }
                    }
                }
            }
        }
    }

    private static void take(Row row, List<Integer> domainColumns, Read into) {
        int filled = (int) row.cells().stream().filter(cell -> !Cells.isBlank(cell)).count();
        boolean any = false;
        for (int i = 0; i < row.cells().size(); i++) {
            var cell = Cells.oneLine(row.cell(i));
            if (cell.startsWith("@") || cell.startsWith("*@") || cell.startsWith("＠")) {
                any |= domain(cell.replace('＠', '@'), into);
                continue;
            }
            var found = AddressCells.read(row.cell(i)).addresses();
            found.forEach(address -> into.addresses.add(address.canonical()));
            any |= !found.isEmpty();
        }
        // "acme.com" alone means the domain; beside an address it is somebody's web site
        for (int i = 0; i < row.cells().size() && !any; i++) {
            if (filled == 1 || domainColumns.contains(i)) {
                any = domain(Cells.oneLine(row.cell(i)), into);
            }
        }
    }

    private static boolean domain(String cell, Read into) {
        var found = MailDomain.parse(cell).filter(domain -> !FreeMail.isDomain(domain.ascii()));
        found.ifPresent(into.domains::add);
        return found.isPresent();
    }

    private static void bad(String text, Read into) {
        into.bad++;
        if (into.examples.size() < EXAMPLES) {
            into.examples.add(text.length() <= 120 ? text : text.substring(0, 120) + "…");
        }
    }
}

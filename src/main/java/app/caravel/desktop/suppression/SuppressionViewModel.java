package app.caravel.desktop.suppression;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import org.jspecify.annotations.Nullable;

import app.caravel.contact.EmailAddress;
import app.caravel.contact.MailDomain;
import app.caravel.contact.Suppression;
import app.caravel.contact.SuppressionReason;
import app.caravel.contact.SuppressionRow;
import app.caravel.contact.SuppressionStep;
import app.caravel.contact.imports.SuppressionFiles.Taken;
import app.caravel.desktop.kit.Background;
import app.caravel.desktop.kit.Load;
import app.caravel.desktop.kit.PageSource;
import app.caravel.reason.Problem;
import app.caravel.reason.Reason;
import app.caravel.workspace.OwnDomains;
import app.caravel.workspace.Workspace;

/** What the list of those not to be written to shows and can do. */
final class SuppressionViewModel {

    private static final String COLUMNS = "columns.suppression";

    /** How many there are by reason, and which domains of one's own are not on the list. */
    record Overview(Map<SuppressionReason, Integer> counts, List<OwnDomains.Proposal> own) {
        int all() {
            return counts.values().stream().mapToInt(Integer::intValue).sum();
        }
    }

    /**
     * One line with what was said of it before.
     *
     * @param people of a domain: how many contacts it keeps from being written to
     */
    record Line(SuppressionRow row, List<SuppressionStep> history, int people) {}

    /**
     * What somebody has typed so far, understood.
     *
     * @param target a canonical address or @ and a domain; null: neither
     * @param listed what keeps it from being written to already
     * @param history what was said of it before
     * @param people of a domain: how many contacts have their address there
     */
    record Typed(@Nullable String target, @Nullable Suppression listed, List<SuppressionStep> history, int people) {
        boolean isDomain() {
            return target != null && target.startsWith("@");
        }
    }

    /** What was done, and how it is taken back. */
    record Act(String target, Runnable undo) {}

    final StringProperty words = new SimpleStringProperty("");
    final ObjectProperty<@Nullable SuppressionReason> reason = new SimpleObjectProperty<>();
    /** Counts up whenever rows have changed and are to be read again. */
    final IntegerProperty changes = new SimpleIntegerProperty();
    private final Workspace workspace;
    private final Background background;
    private final Load<Overview> overview;
    private final Load<Line> line;
    private final Load<Typed> typed;

    SuppressionViewModel(Workspace workspace, Background background) {
        this.workspace = workspace;
        this.background = background;
        this.overview = new Load<>(background);
        this.line = new Load<>(background);
        this.typed = new Load<>(background);
    }

    Load<Overview> overview() {
        return overview;
    }

    Load<Line> line() {
        return line;
    }

    Load<Typed> typed() {
        return typed;
    }

    /** Which columns the table shows, as it was kept. */
    Optional<String> columns() {
        return workspace.settings().get(COLUMNS);
    }

    void keepColumns(String line) {
        workspace.settings().put(COLUMNS, line);
    }

    /** Something has changed here or elsewhere: numbers and rows are read again. */
    void changed() {
        overview.from(() -> new Overview(workspace.suppressions().counts(), workspace.ownDomains().proposals()));
        changes.set(changes.get() + 1);
    }

    /** The rows that fit the search and the reason chosen, read page by page. */
    PageSource<SuppressionRow> rows() {
        var wanted = words.get();
        var why = reason.get();
        return new PageSource<>() {
            @Override
            public int count() {
                return workspace.suppressions().count(wanted, why);
            }

            @Override
            public List<SuppressionRow> page(int offset, int limit) {
                return workspace.suppressions().page(wanted, why, offset, limit);
            }
        };
    }

    void open(SuppressionRow row) {
        line.clear().from(() -> {
            var target = row.suppression().target();
            int people = row.suppression().isDomain() ? workspace.suppressions().peopleAt(new MailDomain(target.substring(1)), row.suppression().subdomains()) : 0;
            return new Line(row, workspace.suppressions().history(target), people);
        });
    }

    /** Understands what is being typed. */
    void read(String text, boolean subdomains) {
        typed.from(() -> {
            var address = EmailAddress.parse(text);
            var domain = address.isPresent() ? Optional.<MailDomain>empty() : MailDomain.parse(text);
            var target = address.map(EmailAddress::canonical).or(() -> domain.map(MailDomain::written)).orElse(null);
            if (target == null) {
                return new Typed(null, null, List.of(), 0);
            }
            var listed = workspace.suppressions().exactly(target).or(() -> address.flatMap(workspace.suppressions()::find)).orElse(null);
            return new Typed(target, listed, workspace.suppressions().history(target), domain.map(each -> workspace.suppressions().peopleAt(each, subdomains)).orElse(0));
        });
    }

    /** Puts an address or a domain on the list. */
    void add(String text, boolean subdomains, SuppressionReason why, String detail, Consumer<Act> then, Consumer<Reason> failed) {
        run(() -> {
            var now = workspace.clock().instant();
            var said = detail.isBlank() ? null : detail.strip();
            var address = EmailAddress.parse(text);
            if (address.isPresent()) {
                workspace.suppressions().add(address.get(), SuppressionReason.MANUAL, said, now);
                return address.get().canonical();
            }
            var domain = MailDomain.parse(text).orElseThrow(() -> Problem.of("suppression.neither", "text", text.strip()));
            workspace.suppressions().add(domain, subdomains, why, said, now);
            return domain.written();
        }, target -> then.accept(new Act(target, () -> background.run(() -> workspace.suppressions().withdraw(target), this::changed))), failed);
    }

    /** The user's own company is not written to. */
    void addOwn(MailDomain domain, Consumer<Act> then) {
        add(domain.written(), false, SuppressionReason.OWN_DOMAIN, "", then, background::tell);
    }

    /** A domain of one's own is not proposed again. */
    void letBe(MailDomain domain) {
        background.run(() -> workspace.ownDomains().letBe(domain), this::changed);
    }

    /** Takes a file; the way back takes all of it off again. */
    void takeFile(Path file, Consumer<Taken> then) {
        run(() -> workspace.suppressionFiles().take(file, SuppressionReason.IMPORTED), then, background::tell);
    }

    void undoFile(long id) {
        background.run(() -> {
            workspace.suppressionFiles().undo(id);
        }, this::changed);
    }

    /** Takes a line off, with a person's word why. */
    void takeOff(String target, String word, Consumer<Act> then, Consumer<Reason> failed) {
        run(() -> workspace.suppressions().remove(target, word, workspace.clock().instant()),
                was -> then.accept(new Act(target, () -> background.run(() -> workspace.suppressions().putBack(was), this::changed))), failed);
    }

    /** Writes what is shown to a CSV or XLSX file; hands on how many lines. */
    void export(Path file, Consumer<Integer> then) {
        var wanted = words.get();
        var why = reason.get();
        background.run(() -> workspace.suppressionExport().write(wanted, why, file), then);
    }

    private <T> void run(Callable<T> work, Consumer<T> then, Consumer<Reason> failed) {
        background.run(work, result -> {
            changed();
            then.accept(result);
        }, failed);
    }
}

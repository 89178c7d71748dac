package app.caravel.desktop.contacts;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import org.jspecify.annotations.Nullable;

import app.caravel.contact.ContactList;
import app.caravel.contact.EmailAddress;
import app.caravel.contact.imports.AddressText;
import app.caravel.contact.imports.CardText;
import app.caravel.contact.imports.Forecast;
import app.caravel.contact.imports.ImportOptions;
import app.caravel.contact.imports.Importer;
import app.caravel.contact.imports.Pasted;
import app.caravel.contact.imports.PastedFile;
import app.caravel.contact.imports.Progress;
import app.caravel.desktop.kit.Background;
import app.caravel.desktop.kit.Load;
import app.caravel.workspace.Workspace;

/** One person read from what was pasted, to be corrected before anything is kept. */
final class PasteViewModel {

    /** What would become of him: new, or there already with what would be filled in. */
    record Outlook(Forecast forecast) {
        boolean isNew() {
            return forecast.result().added() == 1;
        }

        /** What is known of him and what would change; null where he is new. */
        Forecast.@Nullable Merge merge() {
            return Stream.concat(forecast.changing().stream(), forecast.unchanged().stream()).findFirst().orElse(null);
        }
    }

    /** Somebody was taken in, and how that is taken back. */
    record Saved(boolean added, Consumer<Consumer<Importer.Undone>> undo) {}

    final StringProperty text = new SimpleStringProperty("");
    final StringProperty name = new SimpleStringProperty("");
    final StringProperty role = new SimpleStringProperty("");
    final StringProperty company = new SimpleStringProperty("");
    /** Several are separated by commas; the first is written to. */
    final StringProperty address = new SimpleStringProperty("");
    final StringProperty phones = new SimpleStringProperty("");
    /** ISO code, empty where there is none. */
    final StringProperty country = new SimpleStringProperty("");
    final StringProperty city = new SimpleStringProperty("");
    final StringProperty site = new SimpleStringProperty("");
    final StringProperty postal = new SimpleStringProperty("");
    final StringProperty note = new SimpleStringProperty("");
    final StringProperty list = new SimpleStringProperty("");
    private final Workspace workspace;
    private final Background background;
    private final Load<List<ContactList>> lists;
    private final ReadOnlyObjectWrapper<@Nullable Outlook> outlook = new ReadOnlyObjectWrapper<>();
    private Background.@Nullable Job reading;
    private Background.@Nullable Job looking;
    private String guessedCountry = "";
    private boolean filling;

    PasteViewModel(Workspace workspace, Background background) {
        this.workspace = workspace;
        this.background = background;
        this.lists = new Load<>(background);
        text.addListener((_, _, now) -> read(now));
        fields().forEach(field -> field.addListener((_, _, _) -> look()));
    }

    private Stream<StringProperty> fields() {
        return Stream.of(name, role, company, address, phones, country, city, site, postal, note);
    }

    Load<List<ContactList>> lists() {
        return lists;
    }

    /** Null while there is no address to tell by. */
    ReadOnlyObjectProperty<@Nullable Outlook> outlook() {
        return outlook.getReadOnlyProperty();
    }

    /** Takes what was pasted; hands it on where it looks like rows, unless it is said to be a person. */
    void take(String pasted, boolean person, Consumer<String> rows) {
        lists.from(() -> workspace.lists().all());
        if (!person && Pasted.noticed(pasted) == Pasted.ROWS) {
            rows.accept(pasted);
        } else if (!text.get().equals(pasted)) {
            text.set(pasted);
        }
    }

    private void read(String pasted) {
        if (reading != null) {
            reading.cancel();
        }
        reading = background.run(() -> CardText.read(pasted), this::fill);
    }

    private void fill(CardText card) {
        filling = true;
        name.set(orEmpty(card.name()));
        role.set(orEmpty(card.role()));
        company.set(orEmpty(card.company()));
        address.set(String.join(", ", card.addresses().stream().map(EmailAddress::written).toList()));
        phones.set(String.join(", ", card.phones()));
        guessedCountry = orEmpty(card.guessedCountry());
        country.set(card.country() == null ? guessedCountry : card.country());
        city.set(orEmpty(card.city()));
        site.set(orEmpty(card.site()));
        postal.set(orEmpty(card.postal()));
        note.set(String.join("\n", card.rest()));
        filling = false;
        look();
    }

    /** Whether the country was not said but follows from the phone or the address, and was left so. */
    boolean countryIsGuessed() {
        return !guessedCountry.isEmpty() && country.get().equals(guessedCountry);
    }

    boolean hasAddress() {
        return AddressText.hasOne(address.get());
    }

    private void look() {
        if (filling) {
            return;
        }
        if (looking != null) {
            looking.cancel();
        }
        if (!hasAddress()) {
            outlook.set(null);
            return;
        }
        var person = person();
        looking = background.run(() -> {
            try (var file = PastedFile.person(person, "person", "")) {
                return new Outlook(workspace.importer().check(file.file(), ImportOptions.NOTICED, Progress.NONE));
            }
        }, outlook::set);
    }

    /** A country that only follows from the others is left to them: so that it is known later where it comes from. */
    private PastedFile.Person person() {
        return new PastedFile.Person(address.get(), name.get(), role.get(), company.get(), phones.get(), countryIsGuessed() ? "" : country.get(), city.get(), site.get(), postal.get(), note.get());
    }

    /** @param fileName what the history of imports calls it */
    void save(String fileName, Consumer<Saved> then) {
        var person = person();
        var into = list.get().strip();
        var pasted = text.get();
        if (into.isEmpty() || !hasAddress()) {
            return;
        }
        background.run(() -> {
            try (var file = PastedFile.person(person, fileName, pasted)) {
                return workspace.importer().run(file.file(), ImportOptions.NOTICED, into, Progress.NONE);
            }
        }, result -> then.accept(new Saved(result.added() > 0, undone -> background.run(() -> workspace.importer().undo(result.importId()), undone))));
    }

    /** Writes pasted rows to a file of their own. */
    void asFile(String pasted, String fileName, Consumer<PastedFile> then) {
        background.run(() -> PastedFile.rows(pasted, fileName), then);
    }

    private static String orEmpty(@Nullable String value) {
        return value == null ? "" : value;
    }
}

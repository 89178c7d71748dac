package app.caravel.desktop.campaigns;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import org.jspecify.annotations.Nullable;

import app.caravel.content.design.Design;
import app.caravel.content.incoming.Incoming;
import app.caravel.content.incoming.MailFile;
import app.caravel.content.pictures.PictureStore;
import app.caravel.content.template.Category;
import app.caravel.content.template.OwnTemplate;
import app.caravel.desktop.kit.Load;
import app.caravel.desktop.kit.Place;
import app.caravel.desktop.kit.Toasts;
import app.caravel.desktop.kit.Ui;
import app.caravel.workspace.Workspace;

/** The beginning of a campaign: templates to choose from, and the draft that is made of the choice. */
final class NewCampaignViewModel {

    /** Which templates are shown. */
    enum Show {
        ALL, FIRST_APPROACH, FOLLOW_UP, PRODUCT, FAIR, GREETING, NOTICE, MINE, ARCHIVED;

        boolean holds(Offer offer) {
            boolean away = offer.source() instanceof Offer.Mine(OwnTemplate template) && template.archived();
            return switch (this) {
                case ALL -> !away;
                case MINE -> offer.source() instanceof Offer.Mine && !away;
                case ARCHIVED -> away;
                default -> offer.category() == Category.valueOf(name());
            };
        }
    }

    final Load<List<Offer>> offers;
    final ObjectProperty<Show> show = new SimpleObjectProperty<>(Show.ALL);
    final StringProperty search = new SimpleStringProperty("");
    /** The template whose panel is open. */
    final ObjectProperty<@Nullable Offer> chosen = new SimpleObjectProperty<>();
    /** The chosen one as a recipient gets it. */
    final Load<Offers.Shown> shown;
    private final ReadOnlyObjectWrapper<List<Long>> people = new ReadOnlyObjectWrapper<>(List.of());
    private final Workspace workspace;
    private final Ui ui;
    private final Offers source;
    private boolean beginning;

    NewCampaignViewModel(Workspace workspace, Ui ui) {
        this.workspace = workspace;
        this.ui = ui;
        this.source = new Offers(workspace);
        this.offers = new Load<>(ui.background());
        this.shown = new Load<>(ui.background());
        chosen.addListener((_, _, offer) -> {
            if (offer != null) {
                shown.clear().from(() -> source.shown(offer, people.get()));
            }
        });
    }

    /** @param forWhom who is to get it; nobody: chosen later */
    void open(List<Long> forWhom) {
        beginning = false;
        people.set(forWhom);
        chosen.set(null);
        offers.from(source::all);
    }

    ReadOnlyObjectProperty<List<Long>> people() {
        return people.getReadOnlyProperty();
    }

    /** What fits the filter and the words. */
    List<Offer> fitting() {
        var all = offers.value();
        var words = search.get().strip().toLowerCase(Locale.ROOT);
        return all == null ? List.of() : all.stream().filter(each -> show.get().holds(each))
                .filter(each -> words.isEmpty() || (name(each) + "\n" + line(each) + "\n" + each.source().subject()).toLowerCase(Locale.ROOT).contains(words)).toList();
    }

    int count(Show filter) {
        var all = offers.value();
        return all == null ? 0 : (int) all.stream().filter(filter::holds).count();
    }

    String name(Offer offer) {
        return switch (offer.source()) {
            case Offer.Ready(var template) -> ui.text("templates." + template.key() + ".name");
            case Offer.Mine(var template) -> template.name();
        };
    }

    /** Whom it is for, or what the sender noted. */
    String line(Offer offer) {
        return switch (offer.source()) {
            case Offer.Ready(var template) -> ui.text("templates." + template.key() + ".for");
            case Offer.Mine(var template) -> !template.forWhom().isBlank() ? template.forWhom() : !template.note().isBlank() ? template.note().replaceAll("\\s+", " ")
                    : ui.text("campaigns.changed", "ago", ui.formats().ago(template.changedAt()));
        };
    }

    void plainLetter() {
        begin(draftName(), () -> source.empty(Design.Layout.LETTER));
    }

    void designed() {
        begin(draftName(), () -> source.empty(Design.Layout.DESIGNED));
    }

    void use(Offer offer) {
        begin(name(offer), () -> source.mail(offer));
    }

    /** Begins with a mail that was made elsewhere; what of it is missing is told. */
    void fromFile(Path file) {
        var name = String.valueOf(file.getFileName()).replaceAll("\\.\\w+$", "");
        begin(name.isBlank() ? draftName() : name, () -> mail(() -> files().read(file), "templates.file.missing"));
    }

    /** Begins with what lay on the clipboard: source, or what was copied out of Word, Excel or a page. */
    void paste(@Nullable String html, String text) {
        begin(draftName(), () -> mail(() -> files().pasted(html, text), "templates.paste.missing"));
    }

    private MailFile files() {
        return new MailFile(new PictureStore(workspace.home().pictures()));
    }

    private Mail mail(Supplier<Incoming> reading, String missing) {
        var read = reading.get();
        ui.background().onScreen(() -> tell(read, missing));
        return new Mail(read.subject(), read.html(), read.text(), read.original());
    }

    private void tell(Incoming read, String missing) {
        var words = new ArrayList<String>();
        if (!read.missing().isEmpty()) {
            words.add(ui.text(missing, "n", read.missing().size(), "what", read.missing().getFirst()));
        }
        if (read.unreadable()) {
            words.add(ui.text("templates.file.unreadable"));
        }
        if (!words.isEmpty()) {
            ui.toasts().show(new Toasts.Toast(Toasts.Meaning.ATTENTION, null, ui.text("templates.file.read"), String.join(" ", words), List.of()));
        }
    }

    private String draftName() {
        return ui.text("campaigns.draft-name", "day", ui.formats().dayWord(ui.clock().instant()));
    }

    private void begin(String name, Callable<Mail> mail) {
        if (beginning) {
            return; // pressed twice
        }
        beginning = true;
        var list = ui.text("campaigns.list-name", "day", ui.formats().full(ui.clock().instant()));
        ui.background().run(() -> new Drafts(workspace).begin(name, list, people.get(), mail.call()), draft -> ui.navigator().instead(Place.content(draft.id())), reason -> {
            beginning = false;
            ui.toasts().failed(reason);
        });
    }

    void keepPicture(OwnTemplate template, byte[] png) {
        ui.background().run(() -> workspace.templates().keepPicture(template.id(), png), () -> {});
    }

    void describe(OwnTemplate template, String name, String forWhom, String when) {
        ui.background().run(() -> workspace.templates().describe(template, name, forWhom, when), changed -> {
            again();
            ui.toasts().undoable(ui.text("templates.described", "name", changed.name()), null, ui.text("kit.undo"),
                    () -> ui.background().run(() -> workspace.templates().describe(changed, template.name(), template.forWhom(), template.note()), _ -> again()));
        });
    }

    void duplicate(OwnTemplate template) {
        ui.background().run(() -> workspace.templates().duplicate(template), _ -> again());
    }

    void archive(OwnTemplate template, boolean away) {
        ui.background().run(() -> workspace.templates().archive(template, away), this::again);
    }

    void delete(OwnTemplate template) {
        ui.background().run(() -> workspace.templates().delete(template), () -> {
            again();
            ui.toasts().undoable(ui.text("templates.deleted", "name", template.name()), null, ui.text("kit.undo"),
                    () -> ui.background().run(() -> workspace.templates().bringBack(template), _ -> again()));
        });
    }

    private void again() {
        chosen.set(null);
        offers.again();
    }
}

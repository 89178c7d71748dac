package app.caravel.desktop.compose;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import org.jspecify.annotations.Nullable;

import app.caravel.account.Account;
import app.caravel.campaign.Campaign;
import app.caravel.campaign.CampaignState;
import app.caravel.content.Original;
import app.caravel.content.design.CanvasHtml;
import app.caravel.content.design.Design;
import app.caravel.content.design.DesignJson;
import app.caravel.content.design.WarmUp;
import app.caravel.desktop.kit.Background;
import app.caravel.desktop.kit.Load;
import app.caravel.product.Product;
import app.caravel.reason.Problem;
import app.caravel.reason.Reason;
import app.caravel.workspace.Workspace;

/** A draft being written: what is typed is kept by itself, and shown as one of its recipients would get it. */
final class ComposeViewModel {

    /** How the draft on disk stands to what is typed. */
    enum Kept { SAVED, TYPING, FAILED }

    final StringProperty subject = new SimpleStringProperty("");
    /** What is written: HTML, or MJML where the mail is made from that. */
    final StringProperty source = new SimpleStringProperty("");
    /** The plain text; empty: made from the HTML. */
    final StringProperty text = new SimpleStringProperty("");
    /** What goes along. */
    final FilesViewModel files;
    /** What is done in the list of drafts. */
    final DraftActs acts;
    private final ReadOnlyObjectWrapper<@Nullable Campaign> campaign = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Kept> kept = new ReadOnlyObjectWrapper<>(Kept.SAVED);
    private final ReadOnlyObjectWrapper<@Nullable String> sought = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable List<Account>> accounts = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable DesignEditor> editor = new ReadOnlyObjectWrapper<>();
    private final Load<List<Campaign>> drafts;
    private final Workspace workspace;
    private final Background background;
    private final LiveLook look;
    private final DraftKeeping keeping;
    private final LanguagesModel languages;
    private final ReadOnlyObjectWrapper<@Nullable String> language = new ReadOnlyObjectWrapper<>();
    /** By language, each with its own ways back; the empty string: of what everyone else gets. */
    private final Map<String, DesignEditor> editors = new HashMap<>();
    private long moments;
    private final AdviceModel advice;
    private @Nullable Reason mistake;
    private boolean filling;

    ComposeViewModel(Workspace workspace, Background background) {
        this.workspace = workspace;
        this.background = background;
        this.look = new LiveLook(workspace, background);
        this.keeping = new DraftKeeping(workspace);
        this.files = new FilesViewModel(workspace, background);
        campaign.addListener((_, _, now) -> files.about(now == null ? null : now.in(language.get())));
        this.languages = new LanguagesModel(this, workspace, background);
        this.advice = new AdviceModel(this, workspace, background);
        this.drafts = new Load<>(background);
        this.acts = new DraftActs(workspace, background, drafts::again);
        List.of(subject, source, text).forEach(typed -> typed.addListener((_, _, _) -> typed()));
        background.run(WarmUp::once, () -> {});
    }

    ReadOnlyObjectProperty<@Nullable Campaign> campaign() {
        return campaign.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Kept> kept() {
        return kept.getReadOnlyProperty();
    }

    /** Why the mail cannot be put together now; the preview stays at its last good state. */
    ReadOnlyObjectProperty<@Nullable Reason> wrong() {
        return look.wrong();
    }

    ReadOnlyObjectProperty<@Nullable Shown> shown() {
        return look.shown();
    }

    /** The languages that the mail is written in. */
    LanguagesModel languages() {
        return languages;
    }

    /** The language that is written at; null: what everyone gets who reads none of the others. Changes when all else of it is there. */
    ReadOnlyObjectProperty<@Nullable String> language() {
        return language.getReadOnlyProperty();
    }

    /** The mail's blocks, where it is made of blocks; null where its HTML is written. */
    ReadOnlyObjectProperty<@Nullable DesignEditor> editor() {
        return editor.getReadOnlyProperty();
    }

    /** The blocks as the canvas shows them. Not for the JavaFX thread. */
    CanvasHtml draw(Design design, UnaryOperator<String> word) {
        return CanvasHtml.of(design, workspace.brands().brand(), workspace.pictures()::within, word);
    }

    /** The mailboxes that a mail can leave by; null while they are not read. */
    ReadOnlyObjectProperty<@Nullable List<Account>> accounts() {
        return accounts.getReadOnlyProperty();
    }

    /** The mail leaves by this mailbox. */
    void leaveBy(Account account) {
        var now = campaign.get();
        if (now != null) {
            background.run(() -> workspace.campaigns().saveDetails(now.withAccount(account.id())), saved -> {
                var still = campaign.get();
                if (still != null && still.id() == saved.id()) {
                    campaign.set(still.withAccount(account.id()));
                }
            });
        }
    }

    /** The catalogue, by item number. */
    void products(Consumer<List<Product>> then) {
        background.run(() -> workspace.products().find("", null), then);
    }

    /** The pieces that were saved. */
    PiecesModel pieces() {
        return new PiecesModel(workspace.snippets(), background);
    }

    /** Keeps a picture in the workspace and hands on how a block speaks of it. */
    void keepPicture(Path file, Consumer<String> then) {
        keepPictures(List.of(file), sources -> then.accept(sources.getFirst()));
    }

    /** Keeps several and hands on how blocks speak of them. */
    void keepPictures(List<Path> files, Consumer<List<String>> then) {
        background.run(() -> files.stream().map(file -> workspace.pictures().keep(file).source()).toList(), then);
    }

    /** @param name what a sentence calls it */
    void keepPicture(Supplier<byte[]> png, String name, Consumer<String> then) {
        background.run(() -> workspace.pictures().keep(png.get(), name).source(), then);
    }

    Load<List<Campaign>> drafts() {
        return drafts;
    }

    /** All that can still be written at. */
    void list() {
        close();
        drafts.from(() -> workspace.campaigns().all().stream().filter(acts::isShown).toList());
    }

    /** Opens a draft where these words stand. */
    void open(long id, @Nullable String inLanguage, @Nullable String words) {
        open(id, () -> languages.write(inLanguage, () -> sought.set(words)));
    }

    void open(long id) {
        open(id, () -> {});
    }

    /**
     * One content of a draft.
     *
     * @param design null where the mail is not made of blocks
     */
    record Opened(Campaign campaign, @Nullable Design design) {

        /** @throws Problem where its blocks cannot be read, as those of a newer Caravel */
        static Opened of(Campaign campaign) {
            return new Opened(campaign, campaign.original().kind() == Original.Kind.DESIGN ? DesignJson.read(Objects.requireNonNull(campaign.original().source())) : null);
        }
    }

    private void open(long id, Runnable then) {
        close();
        sought.set(null);
        background.run(() -> Opened.of(workspace.campaigns().find(id).orElseThrow(() -> Problem.of("campaigns.gone"))), opened -> {
            fill("", opened);
            campaign.set(opened.campaign());
            background.run(() -> workspace.accounts().all(), accounts::set);
            kept.set(Kept.SAVED);
            begun("", opened);
            then.run();
        });
    }

    private void fill(String of, Opened opened) {
        var found = opened.campaign();
        filling = true;
        subject.set(found.subject());
        source.set(found.original().kind() == Original.Kind.MJML ? Objects.requireNonNull(found.original().source()) : found.html());
        text.set(Objects.requireNonNullElse(found.text(), ""));
        filling = false;
        var design = opened.design();
        editor.set(design == null ? null : editors.computeIfAbsent(of, _ -> edits(design)));
    }

    /** Shows it; what was never made into HTML, or is newer than what was kept, is kept first. */
    private void begun(String of, Opened opened) {
        var edited = editors.get(of);
        if (edited != null && (opened.campaign().html().isBlank() || !edited.now().equals(opened.design()))) {
            kept.set(Kept.TYPING);
            keep();
        } else {
            look(0);
        }
    }

    /** Goes to another language, as it was read; null: to what everyone else gets. */
    void turn(@Nullable String other, Opened opened) {
        var of = Objects.requireNonNullElse(other, "");
        mistake = null;
        fill(of, opened);
        language.set(other);
        files.about(opened.campaign());
        begun(of, opened);
    }

    /** Does something with the draft as soon as all that is typed is kept. */
    void settled(Consumer<Campaign> then) {
        var now = campaign.get();
        if (now == null) {
            return;
        }
        if (kept.get() == Kept.SAVED) {
            then.accept(now);
        } else {
            keep(() -> settled(then));
        }
    }

    /** Takes in what was done to the languages of this draft. */
    void take(Campaign saved) {
        var still = campaign.get();
        if (still != null && still.id() == saved.id()) {
            campaign.set(saved);
        }
    }

    /** A language is gone: what was done at it cannot be undone at another of its name. */
    void forget(String gone) {
        editors.remove(gone);
    }

    /** How the mail reads. */
    AdviceModel advice() {
        return advice;
    }

    /** Shows these words where they are written. */
    void seek(String words) {
        sought.set(null);
        sought.set(words);
    }

    /** Words to be shown where they are written. */
    ReadOnlyObjectProperty<@Nullable String> sought() {
        return sought.getReadOnlyProperty();
    }

    private DesignEditor edits(Design design) {
        var edited = new DesignEditor(design, workspace.clock());
        edited.design().addListener((_, _, _) -> typed());
        return edited;
    }

    private void typed() {
        if (!filling && campaign.get() != null) {
            kept.set(Kept.TYPING);
        }
    }

    /** Keeps what is typed, then shows it. The view calls it when the typing pauses. */
    void keep() {
        keep(() -> {});
    }

    /** @param then what is done when it is kept; not where that failed */
    private void keep(Runnable then) {
        var now = campaign.get();
        if (now == null || kept.get() == Kept.SAVED) {
            return;
        }
        var written = written();
        long number = ++moments;
        background.run(() -> keeping.keep(now, written, number), done -> {
            var saved = done.campaign();
            var still = campaign.get();
            if (still != null && still.id() == saved.id()) {
                campaign.set(saved);
                if (!Objects.equals(written.language(), language.get())) {
                    return;
                }
                mistake = done.mistake();
                var edited = editor.get();
                if (edited != null && written.design() != null) {
                    filling = true;
                    source.set(saved.in(written.language()).html());
                    filling = false;
                }
                if (kept.get() == Kept.TYPING && written.equals(written())) {
                    kept.set(Kept.SAVED);
                }
                if (!look.isAt(written)) {
                    look(look.at());
                }
                then.run();
            }
        }, reason -> {
            kept.set(Kept.FAILED);
            look.fail(reason);
            background.tell(reason);
        });
    }

    /** What stands on the screen; the HTML that is made of blocks is no part of it. */
    private DraftKeeping.Written written() {
        var edited = editor.get();
        return new DraftKeeping.Written(language.get(), subject.get(), edited == null ? source.get() : "", text.get(), edited == null ? null : edited.now());
    }

    /** Whether the mail is written as MJML. */
    boolean isMjml() {
        var now = campaign.get();
        return now != null && now.in(language.get()).original().kind() == Original.Kind.MJML;
    }

    /** Takes the pictures out of what is written and lets them leave with the mail; hands on how many they were. */
    void embed(java.util.function.IntConsumer then) {
        var edited = editor.get();
        files.embed(edited == null ? source.get() : DesignJson.write(edited.now()), embedded -> {
            if (edited == null) {
                source.set(embedded.html());
            } else {
                edited.replace(DesignJson.read(embedded.html()));
            }
            keep();
            then.accept(embedded.pictures());
        });
    }

    /** Leaves the draft; what was typed last is kept first. */
    void close() {
        if (kept.get() == Kept.TYPING) {
            keep();
        }
        campaign.set(null);
        language.set(null);
        editors.clear();
        editor.set(null);
        look.clear();
        mistake = null;
    }

    /** The next or previous recipient. */
    void leaf(int by) {
        var now = shown().get();
        if (now != null && now.of() > 0) {
            look(Math.floorMod(now.at() + by, now.of()));
        }
    }

    /** The first recipient whose name, company or address holds the words. */
    void find(String words) {
        var now = campaign.get();
        if (now != null && !words.isBlank()) {
            look.find(now, words.strip(), found -> found.ifPresentOrElse(person -> languages.write(person.language(), () -> look(person.at())),
                    () -> background.tell(Reason.of("compose.nobody-found", "words", words.strip()))));
        }
    }

    /** Shows what is typed, before it is kept. The view calls it at each breath of the typing. */
    void look() {
        if (kept.get() != Kept.SAVED) {
            look(look.at());
        }
    }

    private void look(int place) {
        var now = campaign.get();
        if (now != null) {
            look.look(written(), place, made(now));
        }
    }

    /** The mail as it is written now, whether or not it is kept. To be called off the JavaFX thread. */
    private Callable<DraftKeeping.Done> made(Campaign now) {
        var known = mistake;
        if (kept.get() == Kept.SAVED) {
            return () -> new DraftKeeping.Done(now, known);
        }
        var written = written();
        return () -> keeping.made(now, written);
    }

    /** The whole mail as the shown person would get it: header, parts and all. */
    void raw(Consumer<String> then) {
        var now = campaign.get();
        var seen = shown().get();
        if (now != null) {
            var made = made(now);
            var of = language.get();
            background.run(() -> new String(workspace.testMails().raw(made.call().campaign().in(of), seen == null ? null : seen.contact()), StandardCharsets.UTF_8).replace("\r\n", "\n"), then);
        }
    }

    /** Sends this mail, as it is shown, to an address of one's own. */
    void test(String to, Runnable then) {
        var now = campaign.get();
        var seen = shown().get();
        if (now != null) {
            var made = made(now);
            var of = language.get();
            background.run(() -> workspace.testMails().send(made.call().campaign().in(of), to, seen == null ? null : seen.contact()), _ -> then.run());
        }
    }

    /** Whether mails can be tried out: an account is chosen. */
    boolean canTest() {
        var now = campaign.get();
        return now != null && now.accountId() != null && now.state() != CampaignState.FINISHED;
    }
}

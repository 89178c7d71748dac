package app.caravel.desktop.campaigns;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

import app.caravel.campaign.Campaign;
import app.caravel.contact.Contact;
import app.caravel.contact.Edits.Edit;
import app.caravel.contact.EmailAddress;
import app.caravel.contact.Fact;
import app.caravel.content.CheckFinding;
import app.caravel.content.Original;
import app.caravel.content.Variant;
import app.caravel.content.Written;
import app.caravel.content.design.Block;
import app.caravel.content.design.Design;
import app.caravel.content.design.DesignHtml;
import app.caravel.content.design.DesignJson;
import app.caravel.content.wording.NameCase;
import app.caravel.desktop.kit.Background;
import app.caravel.workspace.Workspace;

/** Mends what the check found, where it stands: people are left out, names written in the usual way, words put in place of others. All of it can be taken back. */
final class MendViewModel {

    /** What was done, and how to take it back. */
    record Act(int count, Runnable undo) {}

    /** A name as it is and as it is usually written. */
    record NewName(long contact, Fact fact, String before, String after) {}

    private final Workspace workspace;
    private final Background background;
    private final DraftViewModel draft;

    MendViewModel(Workspace workspace, Background background, DraftViewModel draft) {
        this.workspace = workspace;
        this.background = background;
        this.draft = draft;
    }

    /** Leaves people out of this campaign; they stay contacts. */
    void leaveOut(Collection<String> addresses, Consumer<Act> then) {
        var now = draft.campaign().get();
        if (now == null) {
            return;
        }
        background.run(() -> contacts(addresses).stream().map(Contact::id).filter(id -> !now.audience().without().contains(id)).toList(),
                people -> draft.mend(now.id(), each -> each.withAudience(each.audience().without(people)),
                        () -> then.accept(new Act(people.size(), () -> draft.mend(now.id(), each -> each.withAudience(each.audience().letIn(people)), () -> {})))));
    }

    private List<Contact> contacts(Collection<String> addresses) {
        return addresses.stream().flatMap(address -> EmailAddress.parse(address).flatMap(workspace.contacts()::find).stream()).toList();
    }

    /** The names of the people of a finding that came in one case, as they are usually written. */
    void names(CheckFinding finding, Consumer<List<NewName>> then) {
        background.run(() -> {
            var names = new ArrayList<NewName>();
            contacts(finding.recipients()).forEach(contact -> {
                propose(names, contact, Fact.FIRST_NAME, contact.firstName());
                propose(names, contact, Fact.NAME, contact.name());
                propose(names, contact, Fact.LAST_NAME, contact.lastName());
                propose(names, contact, Fact.SALUTATION, contact.salutation());
            });
            return names;
        }, then::accept);
    }

    private static void propose(List<NewName> names, Contact contact, Fact fact, @Nullable String name) {
        if (name != null && NameCase.isOdd(name) && !NameCase.usual(name).equals(name)) {
            names.add(new NewName(contact.id(), fact, name, NameCase.usual(name)));
        }
    }

    /** Writes these names at the contacts, for good and for every campaign. */
    void write(List<NewName> names, Consumer<Act> then) {
        background.run(() -> {
            var edits = new ArrayList<Edit>();
            names.forEach(name -> workspace.edits().set(name.contact(), name.fact(), name.after()).ifPresent(edits::add));
            return edits;
        }, edits -> {
            draft.check.again();
            then.accept(new Act((int) edits.stream().mapToLong(Edit::contact).distinct().count(),
                    () -> background.run(() -> edits.reversed().forEach(workspace.edits()::takeBack), draft.check::again)));
        });
    }

    /** Whether these words stand somewhere in the content of a language as they are, so that they can be changed here. */
    boolean holds(@Nullable String language, String words) {
        var whole = draft.campaign().get();
        if (whole == null) {
            return false;
        }
        var now = whole.in(language);
        var design = design(now);
        return design == null ? of(now).holds(words)
                : now.subject().contains(words) || design.preheader().contains(words) || design.all().stream().anyMatch(block -> block.properties().values().stream().anyMatch(text -> text.contains(words)));
    }

    private static @Nullable Design design(Campaign campaign) {
        return campaign.original().kind() == Original.Kind.DESIGN ? DesignJson.read(Objects.requireNonNull(campaign.original().source())) : null;
    }

    private static Written of(Campaign campaign) {
        return new Written(campaign.subject(), campaign.html(), campaign.text(), campaign.original());
    }

    /** Changes words of the content in one of its languages. */
    void write(@Nullable String language, UnaryOperator<Written> change, Consumer<Act> then) {
        var now = draft.campaign().get();
        if (now != null) {
            var before = of(now.in(language));
            draft.mend(now.id(), each -> with(each, language, changed(each.in(language), change)),
                    () -> then.accept(new Act(1, () -> draft.mend(now.id(), each -> with(each, language, before), () -> {}))));
        }
    }

    /** A mail of blocks is changed in each of its blocks, and made anew. */
    private Written changed(Campaign campaign, UnaryOperator<Written> change) {
        var design = design(campaign);
        if (design == null) {
            return change.apply(of(campaign));
        }
        UnaryOperator<String> words = text -> change.apply(new Written("", text, null, Original.HTML)).html();
        var mended = design.withPreheader(words.apply(design.preheader())).withEvery(block -> changed(block, words));
        var html = DesignHtml.of(mended, workspace.brands().brand(), DesignHtml.Pictures.AS_WRITTEN);
        return new Written(words.apply(campaign.subject()), html, campaign.text() == null ? null : words.apply(campaign.text()), Original.design(DesignJson.write(mended)));
    }

    private static Block changed(Block block, UnaryOperator<String> words) {
        var changed = block;
        for (var property : block.properties().entrySet()) {
            changed = changed.with(property.getKey(), words.apply(property.getValue()));
        }
        return changed;
    }

    private static Campaign with(Campaign campaign, @Nullable String language, Written written) {
        return language != null && campaign.variant(language).isPresent() ? campaign.with(new Variant(language, written.subject(), written.html(), written.text(), written.original()))
                : campaign.withContent(written.subject(), written.html(), written.text(), written.original());
    }
}

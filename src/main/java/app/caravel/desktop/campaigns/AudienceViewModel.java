package app.caravel.desktop.campaigns;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

import app.caravel.account.Account;
import app.caravel.audience.Segment;
import app.caravel.audience.Trouble;
import app.caravel.campaign.Audience;
import app.caravel.campaign.Audience.Part;
import app.caravel.campaign.Campaign;
import app.caravel.campaign.CampaignCheck;
import app.caravel.campaign.Recipients;
import app.caravel.contact.ContactList;
import app.caravel.desktop.health.HealthViewModel;
import app.caravel.desktop.health.Subject;
import app.caravel.desktop.kit.Background;
import app.caravel.desktop.kit.Load;
import app.caravel.workspace.Workspace;

/** The audience step: which lists and segments, less which, by which account; how many get it, and who is left out for which reason. */
final class AudienceViewModel {

    final Load<Choices> choices;
    final Load<List<Account>> accounts;
    final Load<CampaignCheck.Counted> facts;
    final HealthViewModel health;
    final PickViewModel pick;
    private final Workspace workspace;
    private final DraftViewModel draft;
    private Audience counted = Audience.NOBODY;

    /** What can be chosen, each by name. */
    record Choices(List<ContactList> lists, List<Segment> segments) {

        /** All that the audience does not name yet, lists first. */
        List<Part> besides(Audience audience) {
            return parts().filter(part -> Stream.concat(audience.to().stream(), audience.not().stream()).noneMatch(part::isSame)).toList();
        }

        /** The part as it is called now; nothing where it is gone. */
        Optional<Part> now(Part part) {
            return parts().filter(part::isSame).findFirst();
        }

        private Stream<Part> parts() {
            return Stream.concat(lists.stream().map(Part::of), segments.stream().map(segment -> new Part(Audience.Kind.SEGMENT, segment.id(), segment.name())));
        }
    }

    AudienceViewModel(Workspace workspace, Background background, DraftViewModel draft) {
        this.workspace = workspace;
        this.draft = draft;
        this.choices = new Load<>(background);
        this.accounts = new Load<>(background);
        this.facts = new Load<>(background);
        this.pick = new PickViewModel(workspace, background, draft);
        // who is suppressed stands under those left out
        this.health = new HealthViewModel(workspace, background, this::changed, EnumSet.of(Trouble.UNSUBSCRIBED, Trouble.COMPLAINED, Trouble.SUPPRESSED));
    }

    private void changed() {
        refresh();
        draft.reread();
    }

    void refresh() {
        choices.from(() -> new Choices(workspace.lists().all(), workspace.segments().all()));
        accounts.from(() -> workspace.accounts().all());
    }

    /** Counts the draft's people anew. */
    void about(Campaign campaign) {
        var audience = campaign.audience();
        if (!audience.equals(counted)) {
            facts.clear();
        }
        counted = audience;
        facts.from(() -> workspace.check().audience(campaign));
        if (audience.isChosen()) {
            health.about(new Subject.OfDraft(campaign.id(), audience));
        } else {
            health.clear();
        }
    }

    /** Also to these. */
    void writeTo(Part part) {
        draft.change(campaign -> campaign.withAudience(campaign.audience().to(part)));
    }

    /** But not to these. */
    void leaveOut(Part part) {
        draft.change(campaign -> campaign.withAudience(campaign.audience().not(part)));
    }

    void drop(Part part) {
        draft.change(campaign -> campaign.withAudience(campaign.audience().less(part)));
    }

    /** Lets in again whoever was picked out one by one. */
    void letAllIn() {
        draft.change(campaign -> campaign.withAudience(campaign.audience().letIn(campaign.audience().without())));
    }

    /** How many are left out for each reason, as the suppression list names it. */
    static Map<String, Integer> byReason(List<Recipients.Recipient> leftOut) {
        var counts = new TreeMap<String, Integer>();
        for (var person : leftOut) {
            var why = person.suppressed() == null ? "" : String.valueOf(person.suppressed().arguments().getOrDefault("why", ""));
            counts.merge(why.toLowerCase(java.util.Locale.ROOT), 1, Integer::sum);
        }
        return counts;
    }
}

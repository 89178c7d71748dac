package app.caravel.desktop.campaigns;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import app.caravel.account.Account;
import app.caravel.audience.Trouble;
import app.caravel.campaign.Campaign;
import app.caravel.campaign.CampaignCheck;
import app.caravel.campaign.Recipients;
import app.caravel.contact.ContactList;
import app.caravel.desktop.health.HealthViewModel;
import app.caravel.desktop.kit.Background;
import app.caravel.desktop.kit.Load;
import app.caravel.workspace.Workspace;

/** The audience step: which list, by which account, how many get it, and who is left out for which reason. */
final class AudienceViewModel {

    final Load<List<ContactList>> lists;
    final Load<List<Account>> accounts;
    final Load<CampaignCheck.Audience> facts;
    final HealthViewModel health;
    private final Workspace workspace;
    private final DraftViewModel draft;
    private long counted = -1;

    AudienceViewModel(Workspace workspace, Background background, DraftViewModel draft) {
        this.workspace = workspace;
        this.draft = draft;
        this.lists = new Load<>(background);
        this.accounts = new Load<>(background);
        this.facts = new Load<>(background);
        // who is suppressed stands under those left out
        this.health = new HealthViewModel(workspace, background, this::changed, EnumSet.of(Trouble.UNSUBSCRIBED, Trouble.COMPLAINED, Trouble.SUPPRESSED));
    }

    private void changed() {
        refresh();
        draft.reread();
    }

    void refresh() {
        lists.from(() -> workspace.lists().all());
        accounts.from(() -> workspace.accounts().all());
    }

    /** Counts the people of the draft's list anew. */
    void about(Campaign campaign) {
        long list = campaign.listId() == null ? 0 : campaign.listId();
        if (list != counted) {
            facts.clear();
        }
        counted = list;
        facts.from(() -> workspace.check().audience(campaign));
        if (list != 0) {
            health.about(list);
        }
    }

    void choose(ContactList list) {
        draft.change(campaign -> campaign.withAudience(list.id(), campaign.accountId()));
    }

    void choose(Account account) {
        draft.change(campaign -> campaign.withAudience(campaign.listId(), account.id()));
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

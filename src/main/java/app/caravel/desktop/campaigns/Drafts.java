package app.caravel.desktop.campaigns;

import java.util.List;

import app.caravel.campaign.Audience;
import app.caravel.campaign.Campaign;
import app.caravel.workspace.Workspace;

/** Makes drafts: empty ones, and ones to a few people, for whom a list of their own is made. */
record Drafts(Workspace workspace) {

    /** @param listName of the list that is made for the people; nobody needs none */
    Campaign begin(String name, String listName, List<Long> people) {
        var campaigns = workspace.campaigns();
        var draft = campaigns.createDraft(name);
        var accounts = workspace.accounts().all();
        var account = accounts.isEmpty() ? null : accounts.getFirst().id();
        if (people.isEmpty()) {
            return account == null ? draft : campaigns.save(draft.withAccount(account));
        }
        var list = workspace.lists().create(freeList(listName));
        workspace.lists().add(list.id(), people);
        return campaigns.save(draft.withAudience(Audience.of(list)).withAccount(account));
    }

    private String freeList(String wished) {
        var name = wished;
        for (int n = 2; workspace.lists().find(name).isPresent(); n++) {
            name = wished + " " + n;
        }
        return name;
    }
}

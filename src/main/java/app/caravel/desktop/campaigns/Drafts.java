package app.caravel.desktop.campaigns;

import java.util.List;

import app.caravel.campaign.Audience;
import app.caravel.campaign.Campaign;
import app.caravel.workspace.Workspace;

/** Makes drafts: with a mail to begin from or without, and to a few people, for whom a list of their own is made. */
record Drafts(Workspace workspace) {

    /** @param listName of the list that is made for the people; nobody needs none */
    Campaign begin(String name, String listName, List<Long> people) {
        return begin(name, listName, people, Mail.EMPTY);
    }

    Campaign begin(String name, String listName, List<Long> people, Mail mail) {
        var campaigns = workspace.campaigns();
        var accounts = workspace.accounts().all();
        var draft = mail.in(campaigns.createDraft(name)).withAccount(accounts.isEmpty() ? null : accounts.getFirst().id());
        if (people.isEmpty()) {
            return campaigns.save(draft);
        }
        var list = workspace.lists().create(freeList(listName));
        workspace.lists().add(list.id(), people);
        return campaigns.save(draft.withAudience(Audience.of(list)));
    }

    private String freeList(String wished) {
        var name = wished;
        for (int n = 2; workspace.lists().find(name).isPresent(); n++) {
            name = wished + " " + n;
        }
        return name;
    }
}

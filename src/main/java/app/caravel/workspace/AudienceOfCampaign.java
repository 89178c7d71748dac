package app.caravel.workspace;

import java.util.function.Consumer;

import app.caravel.campaign.Campaign;
import app.caravel.campaign.Recipients;
import app.caravel.contact.Contacts;
import app.caravel.contact.Suppressions;
import app.caravel.reason.Reason;

/** Hands a campaign's audience to its run: the people of its list, those that must not be written to with the reason. */
final class AudienceOfCampaign implements Recipients {

    private final Contacts contacts;
    private final Suppressions suppressions;

    AudienceOfCampaign(Contacts contacts, Suppressions suppressions) {
        this.contacts = contacts;
        this.suppressions = suppressions;
    }

    @Override
    public void forEach(Campaign campaign, Consumer<Recipient> consumer) {
        var list = campaign.listId();
        if (list == null) {
            return;
        }
        var suppressedOnes = suppressions.ofList(list);
        contacts.forEachOfList(list, contact -> {
            var suppressed = suppressedOnes.get(contact.address().canonical());
            consumer.accept(new Recipient(contact.id(), contact.address().canonical(), contact.address().written(), contact.name(),
                    suppressed == null ? null : Reason.of("campaign.suppressed", "why", suppressed.name())));
        });
    }
}

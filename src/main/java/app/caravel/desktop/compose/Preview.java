package app.caravel.desktop.compose;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import app.caravel.campaign.Audience;
import app.caravel.campaign.Campaign;
import app.caravel.contact.Contact;
import app.caravel.contact.Filter;
import app.caravel.contact.MergeFields;
import app.caravel.content.CompiledContent;
import app.caravel.content.Compiler;
import app.caravel.content.ContentSource;
import app.caravel.workspace.Workspace;

/** Puts the mail together for one recipient, off the screen's thread. Recipients are the campaign's audience, or everyone while none is chosen. */
final class Preview {

    private final Workspace workspace;
    private @Nullable Audience idsOf;
    private List<Long> ids = List.of();
    private @Nullable Set<String> countedFields;
    private AudienceFields counted = new AudienceFields.Count(Set.of()).done();

    Preview(Workspace workspace) {
        this.workspace = workspace;
    }

    synchronized Shown of(Campaign campaign, int at) {
        var content = Compiler.compile(new ContentSource(campaign.subject(), campaign.html(), campaign.text()));
        people(campaign);
        int place = ids.isEmpty() ? 0 : Math.floorMod(at, ids.size());
        var contact = ids.isEmpty() ? null : workspace.contacts().find(ids.get(place)).orElse(null);
        var mail = contact == null ? content.render(Map.of(), workspace.check().untracked()) : workspace.check().sample(campaign, contact);
        var fields = counted(campaign, content);
        return new Shown(mail.withHtml(workspace.pictures().shown(mail.html())), contact, place, ids.size(), fields.missing(), known(contact, content), content.links(), content.fields().contains("unsubscribe_url"),
                mail.html().getBytes(StandardCharsets.UTF_8).length, FieldLooks.of(content, fields, workspace.check().untracked()));
    }

    /** The place of the first recipient that fits the words, or -1. */
    synchronized int find(Campaign campaign, String words) {
        people(campaign);
        var found = workspace.contacts().page(filter(campaign).withWords(words), 0, 1);
        return found.isEmpty() ? -1 : ids.indexOf(found.getFirst().id());
    }

    private void people(Campaign campaign) {
        if (ids.isEmpty() || !campaign.audience().equals(idsOf)) {
            ids = workspace.contacts().ids(filter(campaign));
            idsOf = campaign.audience();
            countedFields = null;
        }
    }

    private Filter filter(Campaign campaign) {
        return campaign.audience().isChosen() ? workspace.recipients().filter(campaign.audience()) : Filter.EVERYONE;
    }

    /** Counted once, while neither the recipients nor the fields change. */
    private AudienceFields counted(Campaign campaign, CompiledContent content) {
        if (!content.fields().equals(countedFields)) {
            var count = new AudienceFields.Count(content.fields());
            if (campaign.audience().isChosen() && !content.fields().isEmpty()) {
                workspace.contacts().forEach(filter(campaign), contact -> count.add(contact.mergeValues()));
            }
            countedFields = Set.copyOf(content.fields());
            counted = count.done();
        }
        return counted;
    }

    private static List<String> known(@Nullable Contact contact, CompiledContent content) {
        var fields = new LinkedHashSet<>(MergeFields.OWN);
        if (contact != null) {
            fields.addAll(contact.mergeValues().keySet());
        }
        fields.addAll(content.fields());
        fields.add("unsubscribe_url");
        return new ArrayList<>(fields);
    }
}

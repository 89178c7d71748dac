package app.caravel.desktop.compose;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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
import app.caravel.content.Variant;
import app.caravel.workspace.Workspace;

/** Puts the mail together for one recipient, off the screen's thread. Recipients are the campaign's audience, or everyone while none is chosen. */
final class Preview {

    private final Workspace workspace;
    private @Nullable Audience idsOf;
    /** By the language of the variant that they get; the empty string: what everyone else gets. */
    private Map<String, List<Long>> ids = Map.of();
    private List<String> languages = List.of();
    private String countedOf = "";
    private @Nullable Set<String> countedFields;
    private AudienceFields counted = new AudienceFields.Count(Set.of()).done();

    Preview(Workspace workspace) {
        this.workspace = workspace;
    }

    /** @param language of the variant that is shown, as one of its readers gets it; null: what everyone else gets */
    synchronized Shown of(Campaign campaign, @Nullable String language, int at) {
        var written = campaign.in(language);
        var content = Compiler.compile(new ContentSource(written.subject(), written.html(), written.text()));
        people(campaign);
        var ids = readers(language);
        int place = ids.isEmpty() ? 0 : Math.floorMod(at, ids.size());
        var contact = ids.isEmpty() ? null : workspace.contacts().find(ids.get(place)).orElse(null);
        var mail = workspace.check().sample(written, contact);
        var fields = counted(campaign, language, content);
        return new Shown(mail.withHtml(workspace.pictures().shown(mail.html())), contact, place, ids.size(), fields.missing(), known(contact, content), content.links(), content.fields().contains("unsubscribe_url"),
                mail.html().getBytes(StandardCharsets.UTF_8).length, FieldLooks.of(content, fields, workspace.check().untracked()));
    }

    /** A recipient among those of his variant; null: among everyone else. */
    record Found(@Nullable String language, int at) {}

    /** The first recipient that fits the words. */
    synchronized Optional<Found> find(Campaign campaign, String words) {
        people(campaign);
        for (var row : workspace.contacts().page(filter(campaign).withWords(words), 0, 1)) {
            var language = campaign.languageFor(row.language());
            int at = readers(language).indexOf(row.id());
            return at < 0 ? Optional.empty() : Optional.of(new Found(language, at));
        }
        return Optional.empty();
    }

    private List<Long> readers(@Nullable String language) {
        return ids.getOrDefault(Objects.requireNonNullElse(language, ""), List.of());
    }

    private void people(Campaign campaign) {
        var written = new ArrayList<>(campaign.variants().stream().map(Variant::language).toList());
        written.add(Objects.requireNonNullElse(campaign.language(), ""));
        if (ids.isEmpty() || !campaign.audience().equals(idsOf) || !written.equals(languages)) {
            ids = campaign.variants().isEmpty() ? Map.of("", workspace.contacts().ids(filter(campaign))) : byLanguage(campaign);
            idsOf = campaign.audience();
            languages = written;
            countedFields = null;
        }
    }

    private Map<String, List<Long>> byLanguage(Campaign campaign) {
        var variants = new HashMap<String, String>();
        var readers = new HashMap<String, List<Long>>();
        workspace.contacts().forEachRow(filter(campaign), row -> readers.computeIfAbsent(variants.computeIfAbsent(Objects.requireNonNullElse(row.language(), ""),
                each -> Objects.requireNonNullElse(campaign.languageFor(each), "")), _ -> new ArrayList<>()).add(row.id()));
        return readers;
    }

    private Filter filter(Campaign campaign) {
        return campaign.audience().isChosen() ? workspace.recipients().filter(campaign.audience()) : Filter.EVERYONE;
    }

    /** Counted once, while neither the recipients nor the fields change. */
    private AudienceFields counted(Campaign campaign, @Nullable String language, CompiledContent content) {
        var of = Objects.requireNonNullElse(language, "");
        if (!content.fields().equals(countedFields) || !of.equals(countedOf)) {
            var count = new AudienceFields.Count(content.fields());
            if (campaign.audience().isChosen() && !content.fields().isEmpty()) {
                if (campaign.variants().isEmpty()) {
                    workspace.contacts().forEach(filter(campaign), contact -> count.add(contact.mergeValues()));
                } else {
                    workspace.contacts().forEach(readers(language), contact -> count.add(contact.mergeValues()));
                }
            }
            countedOf = of;
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

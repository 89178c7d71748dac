package app.caravel.desktop.campaigns;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import app.caravel.campaign.Campaign;
import app.caravel.campaign.MessageState;
import app.caravel.content.template.OwnTemplate;
import app.caravel.desktop.kit.Background;
import app.caravel.desktop.kit.Load;
import app.caravel.report.CampaignOverviews.Overview;
import app.caravel.workspace.Workspace;

/** The campaign list: rows in their groups, the counts of the filters, and what can be done with a row. */
final class CampaignListViewModel {

    /** Which campaigns are shown. */
    enum Show {
        ALL, RUNNING, PLANNED, DRAFTS, DONE, ARCHIVED;

        boolean holds(Row row) {
            boolean away = row.of().campaign().archived();
            return this == ARCHIVED ? away : !away && holds(group(row.of()));
        }

        private boolean holds(Group group) {
            return switch (this) {
                case ALL, ARCHIVED -> true;
                case RUNNING -> group == Group.RUNNING || group == Group.NEEDS_YOU;
                case PLANNED -> group == Group.PLANNED;
                case DRAFTS -> group == Group.DRAFTS;
                case DONE -> group == Group.DONE;
            };
        }
    }

    /** The groups of the list, in their order. */
    enum Group { RUNNING, NEEDS_YOU, PLANNED, DRAFTS, DONE }

    /** What the list holds: a group's heading, or a campaign. */
    sealed interface Item {}

    record Heading(Group group, int count) implements Item {}

    record Row(Overview of, int perHour) implements Item {}

    final Load<List<Row>> rows;
    final ObjectProperty<Show> show = new SimpleObjectProperty<>(Show.ALL);
    final StringProperty search = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<List<Item>> items = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Map<Show, Integer>> counts = new ReadOnlyObjectWrapper<>(Map.of());
    private final Set<Long> deleted = new HashSet<>();
    private final Workspace workspace;
    private final Background background;

    CampaignListViewModel(Workspace workspace, Background background) {
        this.workspace = workspace;
        this.background = background;
        this.rows = new Load<>(background);
        rows.state().addListener((_, _, _) -> sort());
        show.addListener((_, _, _) -> sort());
        search.addListener((_, _, _) -> sort());
    }

    /** Headings and rows as they are to be shown. */
    ReadOnlyObjectProperty<List<Item>> items() {
        return items.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Map<Show, Integer>> counts() {
        return counts.getReadOnlyProperty();
    }

    /** Reads all anew; what is shown stays until it is there. */
    void refresh() {
        rows.from(() -> workspace.overviews().all().stream()
                .map(each -> new Row(each, group(each) == Group.RUNNING ? workspace.runs().progress(each.campaign().id()).perHour() : 0)).toList());
    }

    static Group group(Overview row) {
        return switch (row.campaign().state()) {
            case RUNNING -> Group.RUNNING;
            case PAUSED -> Group.NEEDS_YOU;
            case SCHEDULED -> Group.PLANNED;
            case DRAFT -> Group.DRAFTS;
            case FINISHED, CANCELLED -> row.counts().of(MessageState.IN_DOUBT) > 0 ? Group.NEEDS_YOU : Group.DONE;
        };
    }

    private void sort() {
        var all = rows.value() == null ? List.<Row>of() : rows.value().stream().filter(row -> !deleted.contains(row.of().campaign().id())).toList();
        var byShow = new EnumMap<Show, Integer>(Show.class);
        for (var each : Show.values()) {
            byShow.put(each, (int) all.stream().filter(each::holds).count());
        }
        counts.set(byShow);
        var words = search.get().strip().toLowerCase(Locale.ROOT);
        var found = all.stream()
                .filter(row -> show.get().holds(row))
                .filter(row -> words.isEmpty() || row.of().campaign().name().toLowerCase(Locale.ROOT).contains(words)
                        || row.of().audience().stream().anyMatch(name -> name.toLowerCase(Locale.ROOT).contains(words)))
                .collect(Collectors.groupingBy(row -> group(row.of()), () -> new EnumMap<>(Group.class), Collectors.toList()));
        var shown = new java.util.ArrayList<Item>();
        found.forEach((group, members) -> {
            shown.add(new Heading(group, members.size()));
            shown.addAll(members);
        });
        items.set(List.copyOf(shown));
    }

    /** A copy as a draft, handed on. */
    void copy(Campaign campaign, Consumer<Campaign> then) {
        background.run(() -> workspace.campaigns().duplicate(campaign), copy -> {
            refresh();
            then.accept(copy);
        });
    }

    /** Puts it away, or back. */
    void archive(Campaign campaign, boolean away) {
        background.run(() -> workspace.campaigns().archive(campaign, away), this::refresh);
    }

    void rename(Campaign draft, String name) {
        background.run(() -> workspace.campaigns().saveDetails(draft.withName(name)), _ -> refresh());
    }

    /** Keeps its mail to begin others from. */
    void saveAsTemplate(Campaign campaign, String name, Consumer<OwnTemplate> then) {
        background.run(() -> workspace.templates().create(name, campaign.subject(), campaign.html(), campaign.text(), campaign.original(), "", campaign.variants()), then);
    }

    void pause(Campaign campaign) {
        background.run(() -> workspace.runs().pause(campaign), this::refresh);
    }

    void resume(Campaign campaign) {
        background.run(() -> workspace.runs().start(campaign), this::refresh);
    }

    /** Takes a draft out of the list; it is deleted by {@link #deleteForGood}, and until then comes back with {@link #bringBack}. */
    void delete(Campaign draft) {
        deleted.add(draft.id());
        sort();
    }

    void bringBack(Campaign draft) {
        deleted.remove(draft.id());
        sort();
    }

    /** Deletes the draft where it was not brought back meanwhile. */
    void deleteForGood(Campaign draft) {
        if (deleted.contains(draft.id())) {
            background.run(() -> workspace.campaigns().deleteDraft(draft), () -> {
                deleted.remove(draft.id());
                refresh();
            });
        }
    }
}

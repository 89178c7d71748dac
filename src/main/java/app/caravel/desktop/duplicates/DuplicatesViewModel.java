package app.caravel.desktop.duplicates;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

import org.jspecify.annotations.Nullable;

import app.caravel.contact.ContactRow;
import app.caravel.contact.Fact;
import app.caravel.contact.Merges;
import app.caravel.desktop.duplicates.Alike.Side;
import app.caravel.desktop.kit.Background;
import app.caravel.desktop.kit.Load;
import app.caravel.workspace.Workspace;

/** Who is likely here twice, the one looked at side by side, and what the one that is made of them will be. */
final class DuplicatesViewModel {

    /** So many are listed; merging some brings the next. */
    static final int LISTED = 200;

    enum Kind { PEOPLE, COMPANIES }

    /** @param all how many there are, also those that are not listed */
    record Found(List<Alike> listed, int all) {

        Found {
            listed = List.copyOf(listed);
        }
    }

    final ObjectProperty<Kind> kind = new SimpleObjectProperty<>(Kind.PEOPLE);
    final Load<Found> found;
    final Load<List<Side>> sides;
    private final ReadOnlyObjectWrapper<@Nullable Alike> chosen = new ReadOnlyObjectWrapper<>();
    /** The one who stays: a contact's or a company's id. */
    final ObjectProperty<Long> stays = new SimpleObjectProperty<>(0L);
    private final Map<Fact, Long> from = new EnumMap<>(Fact.class);
    private final Set<Long> apart = new TreeSet<>();
    private final Workspace workspace;
    private final Background background;

    DuplicatesViewModel(Workspace workspace, Background background) {
        this.workspace = workspace;
        this.background = background;
        this.found = new Load<>(background);
        this.sides = new Load<>(background);
    }

    ReadOnlyObjectProperty<@Nullable Alike> chosen() {
        return chosen.getReadOnlyProperty();
    }

    /** Looks anew; the first is chosen when it is there. */
    void look() {
        var asked = kind.get();
        found.from(() -> asked == Kind.PEOPLE ? people() : companies());
    }

    private Found companies() {
        var all = workspace.companyMerges().find().stream().<Alike>map(Alike.Companies::new).toList();
        return new Found(all.stream().limit(LISTED).toList(), all.size());
    }

    private Found people() {
        var all = workspace.duplicates().find();
        var listed = all.stream().limit(LISTED).toList();
        var rows = new HashMap<Long, ContactRow>();
        workspace.contacts().rows(listed.stream().flatMap(each -> each.contacts().stream()).toList()).forEach(row -> rows.put(row.id(), row));
        return new Found(listed.stream().map(duplicate -> {
            var people = duplicate.contacts().stream().map(rows::get).filter(Objects::nonNull).toList();
            var title = people.stream().map(ContactRow::name).filter(Objects::nonNull).findFirst().orElse(people.isEmpty() ? "" : people.getFirst().address().written());
            return (Alike) new Alike.People(duplicate, title, people.stream().map(row -> row.address().written()).toList());
        }).toList(), all.size());
    }

    /** Shows these side by side; null: none. */
    void choose(@Nullable Alike alike) {
        from.clear();
        apart.clear();
        if (alike != null) {
            stays.set(alike.ids().getFirst()); // before it shows: a view asks who stays
        }
        chosen.set(alike);
        sides.clear();
        if (alike instanceof Alike.People people) {
            sides.from(() -> people(people));
        }
    }

    private List<Side> people(Alike.People people) {
        var facts = workspace.merges().facts(people.ids());
        var sides = new ArrayList<Side>();
        workspace.contacts().rows(people.ids()).forEach(row -> sides.add(new Side(row.id(), row.address().written(), row.addedAt(), facts.getOrDefault(row.id(), Map.of()),
                workspace.lists().ofContact(row.id()).stream().map(list -> list.name()).toList(),
                workspace.contacts().find(row.id()).map(contact -> contact.attributes().keySet()).orElse(Set.of()),
                workspace.runs().messages().countOfContact(row.id()), row.suppressed())));
        return sides;
    }

    /** Those who are made one, the one who stays first. */
    List<Long> together() {
        var alike = chosen.get();
        if (alike == null) {
            return List.of();
        }
        var ids = new ArrayList<Long>(List.of(stays.get()));
        alike.ids().stream().filter(id -> !id.equals(stays.get()) && !apart.contains(id)).forEach(ids::add);
        return ids;
    }

    boolean isApart(long id) {
        return apart.contains(id);
    }

    /** Of three or more: he is somebody else, or is not after all. Whoever stays is not. */
    void setApart(long id, boolean other) {
        if (other && id != stays.get()) {
            apart.add(id);
        } else {
            apart.remove(id);
        }
    }

    /** The one who stays; he is one of them. */
    void stay(long id) {
        apart.remove(id);
        stays.set(id);
    }

    /** Whose value the fact gets: the one that was chosen, else that of the one who stays, else of the first who has one; null where nobody has. */
    @Nullable Long source(Fact fact) {
        var told = from.get(fact);
        if (told != null && together().contains(told)) {
            return told;
        }
        var all = sides.value();
        var facts = new HashMap<Long, Map<Fact, String>>();
        if (all != null) {
            all.forEach(side -> facts.put(side.id(), side.facts()));
        }
        return Merges.proposed(together(), facts).get(fact);
    }

    void take(Fact fact, long contact) {
        from.put(fact, contact);
    }

    /** Makes one of them, goes on to the next, and hands over the way back. */
    void merge(Consumer<Runnable> then) {
        var alike = chosen.get();
        var ids = together();
        if (alike == null || ids.size() < 2) {
            return;
        }
        long one = ids.getFirst();
        var others = ids.subList(1, ids.size());
        if (alike instanceof Alike.People) {
            var chosenFacts = new EnumMap<Fact, Long>(Fact.class);
            from.forEach((fact, contact) -> {
                if (ids.contains(contact)) {
                    chosenFacts.put(fact, contact);
                }
            });
            background.run(() -> workspace.merges().merge(one, others, chosenFacts), merge -> {
                gone(alike);
                then.accept(() -> background.run(() -> workspace.merges().undo(merge), _ -> look()));
            });
        } else {
            background.run(() -> workspace.companyMerges().merge(one, others), merge -> {
                gone(alike);
                then.accept(() -> background.run(() -> {
                    workspace.companyMerges().undo(merge);
                    return merge;
                }, _ -> look()));
            });
        }
    }

    /** They are two: not shown again. */
    void notTheSame(Consumer<Runnable> then) {
        var alike = chosen.get();
        if (alike == null) {
            return;
        }
        boolean people = alike instanceof Alike.People;
        var ids = alike.ids();
        background.run(() -> {
            if (people) {
                workspace.duplicates().notTheSame(ids);
            } else {
                workspace.companyMerges().notTheSame(ids);
            }
            return ids;
        }, _ -> {
            gone(alike);
            then.accept(() -> background.run(() -> {
                if (people) {
                    workspace.duplicates().perhapsTheSame(ids);
                } else {
                    workspace.companyMerges().perhapsTheSame(ids);
                }
                return ids;
            }, _ -> look()));
        });
    }

    private void gone(Alike alike) {
        var now = found.value();
        if (now == null || !now.listed().contains(alike)) {
            return;
        }
        int place = now.listed().indexOf(alike);
        var left = new ArrayList<>(now.listed());
        left.remove(place);
        if (left.isEmpty() && now.all() > 1) {
            choose(null);
            look();
            return;
        }
        found.set(new Found(left, now.all() - 1));
        choose(left.isEmpty() ? null : left.get(Math.min(place, left.size() - 1)));
    }
}

package app.caravel.campaign;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;

import app.caravel.contact.ContactList;

/**
 * Whom a campaign goes to, as it was chosen: everybody of any of these lists and segments, less everybody of those, less some
 * people picked out one by one. Who that is now is asked of {@link Recipients}.
 *
 * @param without contact ids
 */
public record Audience(List<Part> to, List<Part> not, List<Long> without) {

    public static final Audience NOBODY = new Audience(List.of(), List.of(), List.of());

    /** What a part is. */
    public enum Kind { LIST, SEGMENT }

    /**
     * A list or a segment.
     *
     * @param name when it was chosen: to be told by, should it be gone
     */
    public record Part(Kind kind, long id, String name) {

        public static Part of(ContactList list) {
            return new Part(Kind.LIST, list.id(), list.name());
        }

        /** Whether it is the same list or segment, whatever it was called. */
        public boolean isSame(Part other) {
            return kind == other.kind && id == other.id;
        }
    }

    public Audience {
        to = List.copyOf(to);
        not = List.copyOf(not);
        without = List.copyOf(without);
    }

    public static Audience of(ContactList list) {
        return NOBODY.to(Part.of(list));
    }

    /** Whether anything was chosen to write to. */
    public boolean isChosen() {
        return !to.isEmpty();
    }

    /** Whether it names this list or segment among those to write to. */
    public boolean goesTo(Kind kind, long id) {
        return to.stream().anyMatch(part -> part.kind == kind && part.id == id);
    }

    /** With this part as well; one that was left out before is not any more. */
    public Audience to(Part part) {
        return new Audience(with(to, part), less(not, part), without);
    }

    /** With this part left out; one that was written to before is not any more. */
    public Audience not(Part part) {
        return new Audience(less(to, part), with(not, part), without);
    }

    /** Without this part on either side. */
    public Audience less(Part part) {
        return new Audience(less(to, part), less(not, part), without);
    }

    /** With these people left out too. */
    public Audience without(Collection<Long> contacts) {
        var all = new LinkedHashSet<>(without);
        all.addAll(contacts);
        return new Audience(to, not, List.copyOf(all));
    }

    /** With these people let in again, as far as they were picked out one by one. */
    public Audience letIn(Collection<Long> contacts) {
        return new Audience(to, not, without.stream().filter(id -> !contacts.contains(id)).toList());
    }

    private static List<Part> with(List<Part> parts, Part part) {
        var all = new ArrayList<>(less(parts, part));
        all.add(part);
        return all;
    }

    private static List<Part> less(List<Part> parts, Part part) {
        return parts.stream().filter(each -> !each.isSame(part)).toList();
    }
}

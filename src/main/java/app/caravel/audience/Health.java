package app.caravel.audience;

import java.util.List;

import org.jspecify.annotations.Nullable;

import app.caravel.contact.EmailAddress;

/**
 * How well a list stands.
 *
 * @param writable people that mail may and can go to, as far as is known, each once: see {@link ListHealth}
 * @param groups those with something the matter, the gravest first; none is empty
 * @param notKnown domains whose mail servers could not be asked about; nobody counts as unreachable for that
 * @param expectedBounces share of mails that will come back, from 0 to 1, by this workspace's own past; null while too few were sent
 */
public record Health(int people, int writable, List<Group> groups, int notKnown, @Nullable Double expectedBounces) {

    public Health {
        groups = List.copyOf(groups);
    }

    /** People with one thing the matter. */
    public record Group(Trouble trouble, List<Member> members) {
        public Group {
            members = List.copyOf(members);
        }
    }

    /**
     * One of a group.
     *
     * @param contact his id; null for a row that did not become a contact
     * @param address as written
     * @param proposal what was probably meant, or the address under which he is in the list as well
     * @param writable whether mail may and can go there all the same
     */
    public record Member(@Nullable Long contact, String address, @Nullable EmailAddress proposal, boolean writable) {}
}

package app.caravel.desktop.contacts;

import java.util.List;
import java.util.Map;

import app.caravel.contact.Contacts;
import app.caravel.contact.Filter;
import app.caravel.reason.Problem;

/** Who is chosen in the table: people by their ids, places of which not all were read yet, or all that fit the filter. */
sealed interface Chosen {

    Chosen NOBODY = new People(List.of());

    int count();

    /** The ids, read from the database where they are not here. */
    List<Long> ids(Contacts contacts);

    /** People that are known by their ids. */
    record People(List<Long> contacts) implements Chosen {
        @Override
        public int count() {
            return contacts.size();
        }

        @Override
        public List<Long> ids(Contacts all) {
            return contacts;
        }
    }

    /**
     * Places in the filter's order.
     *
     * @param known place -> id of those that were read: where they have moved meanwhile, nobody knows who the others are
     */
    record Places(Filter filter, List<Integer> places, Map<Integer, Long> known) implements Chosen {
        @Override
        public int count() {
            return places.size();
        }

        @Override
        public List<Long> ids(Contacts all) {
            var ids = all.idsAt(filter, places);
            for (int i = 0; i < places.size(); i++) {
                var id = known.get(places.get(i));
                if (ids.size() != places.size() || id != null && !id.equals(ids.get(i))) {
                    throw Problem.of("contacts.moved-meanwhile");
                }
            }
            return ids;
        }
    }

    /** All that fit, whoever they are when something is done to them. */
    record AllThatFit(Filter filter, int count) implements Chosen {
        @Override
        public List<Long> ids(Contacts all) {
            return all.ids(filter);
        }
    }
}

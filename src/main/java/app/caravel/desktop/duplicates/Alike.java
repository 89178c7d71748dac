package app.caravel.desktop.duplicates;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import app.caravel.contact.Company;
import app.caravel.contact.CompanyMerges;
import app.caravel.contact.Duplicate;
import app.caravel.contact.Fact;
import app.caravel.contact.SuppressionReason;

/** What may be one: people or companies. */
sealed interface Alike {

    /** The ids, in the order in which they are shown. */
    List<Long> ids();

    /**
     * @param title the name most of them go by
     * @param addresses written
     */
    record People(Duplicate duplicate, String title, List<String> addresses) implements Alike {
        @Override
        public List<Long> ids() {
            return duplicate.contacts();
        }
    }

    record Companies(CompanyMerges.Alike alike) implements Alike {
        @Override
        public List<Long> ids() {
            return alike.companies().stream().map(Company::id).toList();
        }
    }

    /**
     * One of several people, in full.
     *
     * @param mails how many were sent to him
     */
    record Side(long id, String address, Instant added, Map<Fact, String> facts, List<String> lists, Set<String> attributes, int mails, @Nullable SuppressionReason suppressed) {}
}

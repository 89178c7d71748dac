package app.caravel.contact;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Which contacts, in which order.
 *
 * @param words parts of name, company or address; all must be found; empty: no condition
 * @param country ISO code, or the empty string for those without one
 * @param language BCP 47, or the empty string for those without one
 * @param who whether people who must not be written to are wanted
 * @param matching a condition that another package makes, e.g. a segment
 */
public record Filter(
        String words,
        @Nullable Long listId,
        @Nullable Long tagId,
        @Nullable String country,
        @Nullable String language,
        @Nullable SuppressionReason suppressed,
        Who who,
        @Nullable Instant addedSince,
        @Nullable Matching matching,
        Order order,
        boolean descending) {

    /** All, only who can be written to, or only who must not. */
    public enum Who { ALL, WRITABLE, SUPPRESSED }

    /** What a table can be sorted by. */
    public enum Order { NAME, COMPANY, COUNTRY, ADDRESS, ADDED, ROLE, CITY, PHONE, LANGUAGE }

    public static final Filter EVERYONE = new Filter("", null, null, null, null, null, Who.ALL, null, null, Order.NAME, false);

    public static Filter ofList(long listId) {
        return EVERYONE.withList(listId);
    }

    public Filter withWords(String wanted) {
        return new Filter(wanted, listId, tagId, country, language, suppressed, who, addedSince, matching, order, descending);
    }

    public Filter withList(@Nullable Long wanted) {
        return new Filter(words, wanted, tagId, country, language, suppressed, who, addedSince, matching, order, descending);
    }

    public Filter withTag(@Nullable Long wanted) {
        return new Filter(words, listId, wanted, country, language, suppressed, who, addedSince, matching, order, descending);
    }

    public Filter withCountry(@Nullable String wanted) {
        return new Filter(words, listId, tagId, wanted, language, suppressed, who, addedSince, matching, order, descending);
    }

    public Filter withLanguage(@Nullable String wanted) {
        return new Filter(words, listId, tagId, country, wanted, suppressed, who, addedSince, matching, order, descending);
    }

    public Filter withSuppressed(@Nullable SuppressionReason wanted) {
        return new Filter(words, listId, tagId, country, language, wanted, who, addedSince, matching, order, descending);
    }

    public Filter withWho(Who wanted) {
        return new Filter(words, listId, tagId, country, language, suppressed, wanted, addedSince, matching, order, descending);
    }

    public Filter withAddedSince(@Nullable Instant wanted) {
        return new Filter(words, listId, tagId, country, language, suppressed, who, wanted, matching, order, descending);
    }

    public Filter matching(@Nullable Matching wanted) {
        return new Filter(words, listId, tagId, country, language, suppressed, who, addedSince, wanted, order, descending);
    }

    public Filter orderedBy(Order wanted, boolean down) {
        return new Filter(words, listId, tagId, country, language, suppressed, who, addedSince, matching, wanted, down);
    }

    /** This order, and no condition. */
    public Filter cleared() {
        return EVERYONE.orderedBy(order, descending);
    }

    /** Whether everybody fits. */
    public boolean fitsAll() {
        return withWords(words.strip()).equals(cleared());
    }
}

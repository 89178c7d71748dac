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
 * @param header with the order {@code ATTRIBUTE}: the column of the people's own files to sort by, as it is written there
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
        @Nullable String header,
        boolean descending) {

    /** All, only who can be written to, or only who must not. */
    public enum Who { ALL, WRITABLE, SUPPRESSED }

    /** What a table can be sorted by. */
    public enum Order { NAME, COMPANY, COUNTRY, ADDRESS, ADDED, ROLE, CITY, PHONE, LANGUAGE, STAGE, STATE, ATTRIBUTE }

    public static final Filter EVERYONE = new Filter("", null, null, null, null, null, Who.ALL, null, null, Order.NAME, null, false);

    public static Filter ofList(long listId) {
        return EVERYONE.withList(listId);
    }

    public Filter withWords(String wanted) {
        return new Filter(wanted, listId, tagId, country, language, suppressed, who, addedSince, matching, order, header, descending);
    }

    public Filter withList(@Nullable Long wanted) {
        return new Filter(words, wanted, tagId, country, language, suppressed, who, addedSince, matching, order, header, descending);
    }

    public Filter withTag(@Nullable Long wanted) {
        return new Filter(words, listId, wanted, country, language, suppressed, who, addedSince, matching, order, header, descending);
    }

    public Filter withCountry(@Nullable String wanted) {
        return new Filter(words, listId, tagId, wanted, language, suppressed, who, addedSince, matching, order, header, descending);
    }

    public Filter withLanguage(@Nullable String wanted) {
        return new Filter(words, listId, tagId, country, wanted, suppressed, who, addedSince, matching, order, header, descending);
    }

    public Filter withSuppressed(@Nullable SuppressionReason wanted) {
        return new Filter(words, listId, tagId, country, language, wanted, who, addedSince, matching, order, header, descending);
    }

    public Filter withWho(Who wanted) {
        return new Filter(words, listId, tagId, country, language, suppressed, wanted, addedSince, matching, order, header, descending);
    }

    public Filter withAddedSince(@Nullable Instant wanted) {
        return new Filter(words, listId, tagId, country, language, suppressed, who, wanted, matching, order, header, descending);
    }

    public Filter matching(@Nullable Matching wanted) {
        return new Filter(words, listId, tagId, country, language, suppressed, who, addedSince, wanted, order, header, descending);
    }

    public Filter orderedBy(Order wanted, boolean down) {
        return new Filter(words, listId, tagId, country, language, suppressed, who, addedSince, matching, wanted, null, down);
    }

    /** By a column of the people's own files: numbers by what they are worth, other texts by their letters, the empty ones last. */
    public Filter orderedByAttribute(String wanted, boolean down) {
        return new Filter(words, listId, tagId, country, language, suppressed, who, addedSince, matching, Order.ATTRIBUTE, wanted, down);
    }

    /** This order, and no condition. */
    public Filter cleared() {
        return new Filter("", null, null, null, null, null, Who.ALL, null, null, order, header, descending);
    }

    /** Whether everybody fits. */
    public boolean fitsAll() {
        return withWords(words.strip()).equals(cleared());
    }
}

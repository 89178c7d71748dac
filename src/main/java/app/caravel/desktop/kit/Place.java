package app.caravel.desktop.kit;

import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

/**
 * Somewhere to go: a screen by its id, and what it shall be about (an id, a file, a search). All ways between screens
 * stand here as factories, because screens do not import each other.
 */
public record Place(String screen, @Nullable Object about) {

    public static final Place TODAY = of("today");
    public static final Place CONTACTS = of("contacts");
    public static final Place COMPOSE = of("compose");
    public static final Place CAMPAIGNS = of("campaigns");
    public static final Place ACTIVITY = of("activity");
    public static final Place MESSAGE_LOG = of("message-log");
    public static final Place ACCOUNTS = of("accounts");
    public static final Place SETTINGS = of("settings");
    public static final Place IMPORT = of("import");
    public static final Place IMPORT_HISTORY = of("import-history");
    public static final Place SANDBOX_INBOX = of("sandbox-inbox");
    public static final Place ADD_ACCOUNT = of("add-account");
    public static final Place NEW_CAMPAIGN = of("new-campaign");
    public static final Place NEEDS_YOU = of("needs-you");
    public static final Place COMPANIES = of("companies");
    public static final Place DUPLICATES = of("duplicates");
    public static final Place PRODUCTS = of("products");

    public static final Place SUPPRESSION = of("suppression");
    public static final Place NEW_SEGMENT = of("segment");

    /** Which people a new mail is for: contact ids. */
    public record People(java.util.List<Long> contacts) {}

    public static Place of(String screen) {
        return new Place(screen, null);
    }

    /** The contacts with one person chosen and the panel open. */
    public static Place contact(long contactId) {
        return new Place("contacts", contactId);
    }

    /** Everything of one person. */
    public static Place person(long contactId) {
        return new Place("person", contactId);
    }

    /** A company with its people side by side. */
    public static Place company(long companyId) {
        return new Place("company", companyId);
    }

    /** A saved query, by its id. */
    public record OfSegment(long segment) {}

    /** The contacts that a segment finds now. */
    public static Place peopleOf(long segmentId) {
        return new Place("contacts", new OfSegment(segmentId));
    }

    /** A segment's conditions, to be changed. */
    public static Place segment(long segmentId) {
        return new Place("segment", new OfSegment(segmentId));
    }

    /** A reason why people are not written to, by its key. */
    public record OfReason(String reason) {}

    /** Who is not to be written to for one reason. */
    public static Place suppression(String reason) {
        return new Place("suppression", new OfReason(reason));
    }

    /** The import of a file that was chosen or dropped elsewhere. */
    public static Place importOf(Path file) {
        return new Place("import", file);
    }

    /** What was pasted. @param person whether it is one person's text, whatever it looks like */
    public record Pasted(String text, boolean person) {}

    /** What was pasted: one person's text to be looked through, or the import of its rows, as it looks. */
    public static Place pasted(String text) {
        return new Place("paste", new Pasted(text, false));
    }

    /** What was pasted, as one person's text. */
    public static Place pastedPerson(String text) {
        return new Place("paste", new Pasted(text, true));
    }

    /** Pasted rows, with the file that holds them. */
    public record PastedRows(Path file, String text) {}

    /** The import of pasted rows. */
    public static Place importOfPasted(Path file, String text) {
        return new Place("import", new PastedRows(file, text));
    }

    /** A campaign: its five steps while it is a draft, its page after. */
    public static Place campaign(long campaignId) {
        return new Place("campaign", campaignId);
    }

    /** One recipient in a campaign's report. */
    public record Recipient(long campaign, long message) {}

    /** A campaign's page with one recipient's row chosen and the panel open. */
    public static Place recipient(long campaignId, long messageId) {
        return new Place("campaign", new Recipient(campaignId, messageId));
    }

    /** All lines of one mail. */
    public record LinesOf(String messageId) {}

    /** The message log with the lines of one mail, by its Message-ID. */
    public static Place linesOf(String messageId) {
        return new Place("message-log", new LinesOf(messageId));
    }

    /** One of a draft's steps: audience, schedule, check, send. */
    public record Step(long campaign, String step) {}

    /** A draft's steps, open at one of them: {@code content, audience, schedule, check, send}. */
    public static Place campaignStep(long campaignId, String step) {
        return new Place("campaign-steps", new Step(campaignId, step));
    }

    /** A draft's content: Compose with this campaign. */
    public static Place content(long campaignId) {
        return new Place("compose", campaignId);
    }

    /** A draft's content in one of its languages, null: what everyone else gets; and words of it, null: its beginning. */
    public record WordsOf(long campaign, @Nullable String language, @Nullable String words) {}

    /** A draft's content in one of its languages where these words stand. */
    public static Place content(long campaignId, @Nullable String language, @Nullable String words) {
        return new Place("compose", new WordsOf(campaignId, language, words));
    }

    /** A new mail to these people. */
    public static Place writeTo(Long... contactIds) {
        return new Place("new-campaign", new People(java.util.List.of(contactIds)));
    }

    /** An account's settings. */
    public static Place account(long accountId) {
        return new Place("accounts", accountId);
    }

    /** A section of the settings, e.g. {@code tracker}. */
    public static Place settings(String section) {
        return new Place("settings", section);
    }

    /** What it is about, if it is of that type. */
    public <T> @Nullable T about(Class<T> type) {
        return type.isInstance(about) ? type.cast(about) : null;
    }
}

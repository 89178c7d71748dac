package app.caravel.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

import app.caravel.campaign.MessageState;
import app.caravel.contact.Note;
import app.caravel.reason.Reason;

/** Something that happened with one person, as his timeline tells it. */
public sealed interface LifeEvent {

    Instant at();

    /**
     * He came with a file, or a file that came later told more of him.
     *
     * @param line where his row began in the file, from 1; null where nobody kept it
     */
    record Imported(Instant at, String file, @Nullable Long line, boolean merged) implements LifeEvent {}

    /** A mail to him, as the ledger has it. */
    record Mailed(Instant at, long message, long campaignId, String campaign, MessageState state, @Nullable String reply, @Nullable Reason reason) implements LifeEvent {}

    /**
     * An opening, a click, an unsubscription.
     *
     * @param kind open, click, unsubscribe_page, unsubscribe
     * @param link what the followed link says, or where it leads
     * @param verdict person, likely, proxy, machine, pending; null where it was not judged yet
     */
    record Signed(Instant at, long message, long campaignId, String campaign, String kind, @Nullable String link, @Nullable String verdict, List<Reason> reasons) implements LifeEvent {
        public Signed {
            reasons = List.copyOf(reasons);
        }

        /** Whether a person did it, surely or likely. */
        public boolean isPerson() {
            return "person".equals(verdict) || "likely".equals(verdict);
        }
    }

    record Noted(Note note) implements LifeEvent {
        @Override
        public Instant at() {
            return note.at();
        }
    }

    /**
     * A fact was changed by hand.
     *
     * @param field a column of contact, company, address, or {@code attribute:<header>}
     */
    record Changed(Instant at, String field, @Nullable String before, @Nullable String after) implements LifeEvent {}

    /**
     * He came on the list of those not to be written to, or off it.
     *
     * @param act on, off, undone
     * @param reason the key of a {@code SuppressionReason}
     * @param domain his whole domain; null: his address alone
     */
    record Suppressed(Instant at, String act, String reason, @Nullable String word, @Nullable String domain) implements LifeEvent {}

    /** He was put into a list by hand. */
    record Listed(Instant at, String list) implements LifeEvent {}

    record Tagged(Instant at, String tag) implements LifeEvent {}

    /** A follow-up was planned that is still to come. */
    record Planned(Instant at, LocalDate day, String word) implements LifeEvent {}

    /**
     * He was followed up.
     *
     * @param word what had been planned, may be empty
     */
    record FollowedUp(Instant at, String word) implements LifeEvent {}
}

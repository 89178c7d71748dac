package app.caravel.desktop.today;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import app.caravel.calendar.OfficeHours;
import app.caravel.calendar.TheirZone;
import app.caravel.contact.Contact;
import app.caravel.contact.NextStep;
import app.caravel.desktop.kit.Place;
import app.caravel.reason.Reason;
import app.caravel.report.CallList;

/**
 * What Today says.
 *
 * @param due whom the salesperson himself wanted to speak to by today, the longest due first
 * @param callers the strongest sign first, then by whose office closes first
 * @param total how many there are to call, more than are listed
 * @param since people with signs since yesterday began
 * @param followedUp how many were followed up today
 */
record Day(List<Due> due, List<Caller> callers, int total, List<Need> needs, List<Next> next, CallList.Since since, int followedUp, boolean anyContacts, boolean anyCampaign) {

    /** Somebody to call, and how his office stands; null where nobody knows his country. */
    record Caller(CallList.Person person, @Nullable TheirZone zone, @Nullable OfficeHours office) {}

    /** Somebody whose follow-up date has come. */
    record Due(NextStep step, Contact contact, @Nullable TheirZone zone, @Nullable OfficeHours office) {}

    /** How grave something is that needs the person. */
    enum Gravity { BAD, QUESTION, HINT }

    /** Something that needs the person: what, to what, and where it is mended. */
    record Need(Gravity gravity, Reason what, Reason detail, String actKey, Place place) {}

    /** A campaign that goes out. */
    record Next(long campaignId, String name, @Nullable Instant at, int people, boolean running, int left) {}
}

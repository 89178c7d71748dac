package app.caravel.campaign.invitation;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.parameter.ParticipationStatus;
import biweekly.parameter.Role;
import biweekly.property.Attendee;
import biweekly.property.Method;
import biweekly.property.Organizer;
import biweekly.property.Status;

import app.caravel.account.Account;

/** An appointment as a calendar file (RFC 5545). Times stand in UTC, which every program shows at its reader's own clock. */
public final class CalendarFile {

    public static final String NAME = "invitation.ics";

    private CalendarFile() {}

    /** Whom it is written for. */
    public record Guest(String name, String address) {}

    /** @param uid the same for all readers of one appointment, so that a second mail about it moves it */
    public static byte[] write(Invitation invitation, Account from, Guest guest, String uid, Instant now) {
        var event = new VEvent();
        event.setUid(uid);
        event.setDateTimeStamp(Date.from(now));
        event.setSummary(invitation.title());
        if (!invitation.place().isBlank()) {
            event.setLocation(invitation.place());
        }
        if (!invitation.note().isBlank()) {
            event.setDescription(invitation.note());
        }
        event.setDateStart(Date.from(invitation.starts().atZone(invitation.zone()).toInstant()), true);
        event.setDateEnd(Date.from(invitation.ends().atZone(invitation.zone()).toInstant()), true);
        event.setStatus(Status.confirmed());
        event.setOrganizer(new Organizer(oneLine(from.fromName()), from.fromAddress()));
        if (invitation.asks()) {
            var attendee = new Attendee(oneLine(guest.name()), guest.address());
            attendee.setRsvp(true);
            attendee.setRole(Role.ATTENDEE);
            attendee.setParticipationStatus(ParticipationStatus.NEEDS_ACTION);
            event.addAttendee(attendee);
        }
        var calendar = new ICalendar();
        calendar.setProductId("-//Caravel//EN");
        calendar.setMethod(invitation.asks() ? Method.REQUEST : Method.PUBLISH);
        calendar.addEvent(event);
        return Biweekly.write(calendar).go().getBytes(StandardCharsets.UTF_8);
    }

    /** The method stands in the mail too: programs look there whether they may add it. */
    public static String mediaType(Invitation invitation) {
        return "text/calendar; method=" + (invitation.asks() ? Method.REQUEST : Method.PUBLISH) + "; charset=utf-8";
    }

    private static String oneLine(String name) {
        return name.replaceAll("[\\p{Cntrl}\"]+", " ").strip();
    }
}

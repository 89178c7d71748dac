package app.caravel.campaign.invitation;

import java.time.LocalDateTime;
import java.time.ZoneId;

/**
 * An appointment: a stand at a fair, a call, a visit.
 *
 * @param starts where it takes place
 * @param asks whether mail programs ask the reader to accept; his answer is a mail to the sender
 */
public record Invitation(String title, String place, String note, LocalDateTime starts, LocalDateTime ends, ZoneId zone, boolean asks) {

    public Invitation {
        if (title.isBlank()) {
            throw app.caravel.reason.Problem.of("files.no-title");
        }
        if (!ends.isAfter(starts)) {
            throw app.caravel.reason.Problem.of("files.ends-before");
        }
    }
}

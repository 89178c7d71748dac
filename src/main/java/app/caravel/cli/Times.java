package app.caravel.cli;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;

import app.caravel.reason.Problem;
import app.caravel.reason.Reason;

/** Times on the line: RFC 3339; without offset in the system's zone, a date alone being its beginning. */
final class Times {

    private Times() {}

    static Instant of(String text) {
        var written = text.strip().replace(' ', 'T');
        try {
            if (written.matches("\\d{4}-\\d\\d-\\d\\d")) {
                return LocalDate.parse(written).atStartOfDay(ZoneId.systemDefault()).toInstant();
            }
            return written.matches(".*T.*(Z|[+-]\\d\\d:?\\d\\d)$")
                    ? OffsetDateTime.parse(written).toInstant()
                    : LocalDateTime.parse(written).atZone(ZoneId.systemDefault()).toInstant();
        } catch (DateTimeParseException e) {
            throw new Problem(Reason.of("campaign.bad-time", "time", text), e);
        }
    }
}

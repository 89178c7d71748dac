package app.caravel.messagelog;

import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import app.caravel.reason.Reason;

/** Turns steps of the ledger into lines. What the ledger does not know stays empty. */
final class StepLines {

    private final String computer;
    private final boolean subjects;

    /**
     * @param computer this computer's name
     * @param subjects whether subjects are logged
     */
    StepLines(String computer, boolean subjects) {
        this.computer = computer;
        this.subjects = subjects;
    }

    /** The line of a step, or null where it has none. */
    @Nullable LogLine of(LogStep step) {
        var event = LedgerEvents.of(step);
        if (event == null) {
            return null;
        }
        var mail = step.mail();
        var account = step.account();
        boolean bySmtp = event.source().equals("SMTP");
        var line = new LogLine(step.at())
                .with(LogField.CLIENT_HOSTNAME, computer)
                .with(LogField.SERVER_HOSTNAME, bySmtp && account != null ? account.host() : computer)
                .with(LogField.SOURCE_CONTEXT, context(step, event))
                .with(LogField.SOURCE, event.source())
                .with(LogField.EVENT_ID, event.id())
                .with(LogField.INTERNAL_MESSAGE_ID, mail.id())
                .with(LogField.MESSAGE_ID, mail.messageId())
                .with(LogField.NETWORK_MESSAGE_ID, UUID.nameUUIDFromBytes(mail.randomId()))
                .with(LogField.RECIPIENT_ADDRESS, mail.recipient())
                .with(LogField.RECIPIENT_STATUS, step.reply())
                .with(LogField.RECIPIENT_COUNT, 1)
                .with(LogField.DIRECTIONALITY, "Originating")
                .with(LogField.CUSTOM_DATA, custom(step));
        var ends = step.line();
        if (bySmtp && ends != null) {
            line.with(LogField.CLIENT_IP, ends.client()).with(LogField.SERVER_IP, ends.server());
        }
        if (event.id().equals("SUBMIT")) {
            line.with(LogField.RECIPIENT_STATUS, "To");
        }
        if (event.id().equals("THROTTLE") && step.reason() != null) {
            line.with(LogField.REFERENCE, step.reason().key());
        }
        if (event.id().equals("SEND")) {
            line.with(LogField.TOTAL_BYTES, mail.bytes());
        }
        if (step.entered() != null) {
            line.with(LogField.MESSAGE_INFO, LogLine.time(step.entered()));
        }
        if (subjects) {
            line.with(LogField.MESSAGE_SUBJECT, mail.subject());
        }
        if (account != null) {
            line.with(LogField.CONNECTOR_ID, account.name()).with(LogField.SENDER_ADDRESS, account.address()).with(LogField.RETURN_PATH, account.address());
        }
        return line;
    }

    /** The server's answer as it came; else why, as a key with its arguments; for SUBMIT what Exchange's store driver says. */
    private static String context(LogStep step, LedgerEvents.Event event) {
        if (step.reply() != null) {
            return step.reply();
        }
        if (step.reason() != null) {
            return words(step.reason());
        }
        return event.id().equals("SUBMIT")
                ? "Event:" + step.id() + ", MessageClass:IPM.Note, CreationTime:" + LogLine.time(step.at()) + ", ClientType:Caravel" : "";
    }

    private static String words(Reason why) {
        return why.arguments().isEmpty() ? why.key()
                : why.arguments().entrySet().stream().map(each -> each.getKey() + "=" + each.getValue()).collect(Collectors.joining("; ", why.key() + ": ", ""));
    }

    private static String custom(LogStep step) {
        var state = "S:State=" + step.state().key();
        return step.mail().campaign() == null ? state : "S:Campaign=" + step.mail().campaign().replace(";", "%3B") + ";" + state;
    }
}

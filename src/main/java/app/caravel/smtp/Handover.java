package app.caravel.smtp;

import app.caravel.reason.Reason;

/** What became of handing one mail to the server. */
public sealed interface Handover {

    /** The server took it: 250 after the final dot. That is no delivery. */
    record Accepted(SmtpReply reply) implements Handover {}

    /** The server refused this mail or this recipient, for now (4xx) or for good (5xx). The connection goes on. */
    record Refused(SmtpReply reply) implements Handover {}

    /** This mail cannot go by this server, as far as the server has said what it can do: it was not asked. The connection goes on. */
    record Impossible(Reason why) implements Handover {}

    /** The mail was withdrawn before the final dot: the server cannot have taken it. The connection is gone. */
    record Withdrawn() implements Handover {}

    /** The line broke before the final dot: the server cannot have taken it. The connection is gone. */
    record NotSent(Reason why) implements Handover {}

    /** The line broke after the final dot and before the answer: nobody knows. The connection is gone. */
    record InDoubt(Reason why) implements Handover {}
}

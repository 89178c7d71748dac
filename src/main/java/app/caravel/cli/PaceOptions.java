package app.caravel.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

import app.caravel.account.Pace;
import app.caravel.account.Ramp;
import app.caravel.account.Sender;
import app.caravel.reason.Problem;

/** How an account is spared, beside its mails an hour and a day. What is not said stays at the safe value. */
final class PaceOptions {

    @Option(names = "--per-minute", paramLabel = "N", description = "Mails a minute at most; 0: no limit.")
    @Nullable Integer perMinute;

    @Option(names = "--per-domain", paramLabel = "N", description = "Mails an hour to one domain of recipients at most; 0: no limit.")
    @Nullable Integer perDomain;

    @Option(names = "--connections", paramLabel = "N", description = "Connections at once; 0: as many as a run takes.")
    @Nullable Integer connections;

    @Option(names = "--per-connection", paramLabel = "N", description = "Mails until a connection is opened anew; 0: no limit.")
    @Nullable Integer perConnection;

    @Option(names = "--ramp", paramLabel = "on|off", description = "Begins with 20 mails a day and grows (default: on, off on loopback).")
    @Nullable String ramp;

    @Option(names = "--like-a-person", paramLabel = "on|off", description = "Random gaps between mails (default: off).")
    @Nullable String likeAPerson;

    @Option(names = "--reply-to", paramLabel = "ADDRESS", description = "Where answers go (default: to the sender).")
    @Nullable String replyTo;

    /** What was said, over what stands. */
    Pace over(Pace pace) {
        var grows = Switch.parse("--ramp", ramp);
        var random = Switch.parse("--like-a-person", likeAPerson);
        var answers = replyTo == null ? pace.replyTo() : address(replyTo);
        return new Pace(said(perMinute, pace.perMinute()), said(perDomain, pace.perDomainHour()), said(connections, pace.connections()), said(perConnection, pace.perConnection()),
                random == null ? pace.likeAPerson() : random, grows == null ? pace.ramp() : grows ? Ramp.USUAL : Ramp.NONE, pace.learnedPerDay(), answers);
    }

    private static String address(String written) {
        return Sender.parse(written).map(Sender::address).orElseThrow(() -> Problem.of("account.bad-reply-to", "address", written));
    }

    private static int said(@Nullable Integer number, int otherwise) {
        return number == null ? otherwise : Math.max(0, number);
    }
}

package app.caravel.content.advice;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import app.caravel.reason.Reason;

/** Looks at a mail for all that keeps it from being read. */
public final class Advising {

    /** Looks at one side of a mail. */
    @FunctionalInterface
    interface Tip {
        List<Advice> of(Reading reading);
    }

    private static final List<Tip> TIPS = List.of(new SubjectTips(), new SalutationTips(), new ToneTips(), new ContentTips(), new EndingTips(), new SenderTips(), new LoudTips(), new LinkTips(), new LawTips());

    private Advising() {}

    /** All advice on a mail, in the order in which it is read. */
    public static List<Advice> on(Letter letter) {
        return on(letter, Set.of());
    }

    /** @param off the ids of what nobody wants to hear */
    public static List<Advice> on(Letter letter, Set<String> off) {
        var reading = new Reading(letter);
        var all = new ArrayList<Advice>();
        TIPS.forEach(tip -> tip.of(reading).stream().filter(advice -> !off.contains(advice.id())).forEach(all::add));
        return List.copyOf(all);
    }

    /** How long it is: words and sentences of the letter, signature and small print left out. */
    public static Reason facts(Letter letter) {
        var reading = new Reading(letter);
        return Reason.of("advice.facts", "words", reading.length(reading.body()), "sentences", reading.sentences().size());
    }
}

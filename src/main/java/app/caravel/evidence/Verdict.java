package app.caravel.evidence;

import java.util.List;

import app.caravel.reason.Reason;

/** What we believe of one event, and why. */
public record Verdict(Belief belief, List<Reason> reasons) {

    public Verdict {
        reasons = List.copyOf(reasons);
    }

    static Verdict of(Belief belief, Reason reason) {
        return new Verdict(belief, List.of(reason));
    }
}

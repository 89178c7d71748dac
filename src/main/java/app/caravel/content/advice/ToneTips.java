package app.caravel.content.advice;

import java.util.ArrayList;
import java.util.List;

import app.caravel.content.advice.Advice.Part;

/** The tone: as one speaks to a customer at the table, neither stiff nor fancy. */
final class ToneTips implements Advising.Tip {

    /** One big word is forgiven. */
    private static final int FANCY = 2;

    @Override
    public List<Advice> of(Reading reading) {
        var found = new ArrayList<Advice>();
        if (reading.tongue != null) {
            var stiff = reading.phrases().all("stiff", reading.body());
            if (!stiff.isEmpty()) {
                found.add(Advice.of("tone-stiff", Part.BODY, "n", stiff.size(), "word", stiff.iterator().next()).at(stiff.iterator().next()));
            }
            var fancy = reading.phrases().all("fancy", reading.letter.subject() + "\n" + reading.body());
            if (fancy.size() >= FANCY) {
                found.add(Advice.of("tone-fancy", Part.BODY, "n", fancy.size(), "word", fancy.iterator().next()).at(fancy.iterator().next()));
            }
        }
        return found;
    }
}

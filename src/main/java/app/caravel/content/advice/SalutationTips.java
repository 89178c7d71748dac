package app.caravel.content.advice;

import java.util.List;

import app.caravel.content.advice.Advice.Part;

/** The greeting: somebody, not “Sir or Madam”; and that there is one. */
final class SalutationTips implements Advising.Tip {

    /** A greeting stands within so many lines. */
    private static final int WITHIN = 8;

    @Override
    public List<Advice> of(Reading reading) {
        if (reading.tongue == null) {
            return List.of();
        }
        var beginning = reading.lines.subList(0, Math.min(WITHIN, reading.lines.size()));
        for (var line : beginning) {
            var nobody = reading.phrases().begins("nobody", line);
            if (nobody != null && line.substring(nobody.length()).matches("[\\s,，:：;!！.。]*")) {
                return List.of(Advice.of("salutation-nobody", Part.BODY, "greeting", nobody).at(nobody).better(reading.phrases().line("instead")));
            }
        }
        boolean greets = beginning.stream().anyMatch(line -> reading.phrases().begins("greets", line) != null || line.length() < 40 && line.matches("[^.?]*[,，:：]$")
                || line.length() < 40 && reading.isChinese() && reading.phrases().first("greets", line) != null);
        // a logo's word is no line of the letter: the first sentence is where a greeting is missed
        return greets || reading.lines.isEmpty() ? List.of() : List.of(Advice.of("salutation-missing", Part.BODY).at(reading.sentences().stream().findFirst().orElse(null)));
    }
}

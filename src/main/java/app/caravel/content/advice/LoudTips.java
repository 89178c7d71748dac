package app.caravel.content.advice;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import app.caravel.content.advice.Advice.Part;

/** What shouts in the mail itself: capitals, exclamation marks, words that filters know. */
final class LoudTips implements Advising.Tip {

    private static final int MARKS = 3;
    private static final int SPAM = 3;
    private static final Pattern MARK = Pattern.compile("[^\\s!！]*[!！]+");

    @Override
    public List<Advice> of(Reading reading) {
        var found = new ArrayList<Advice>();
        reading.lines.stream().filter(line -> shouts(line)).findFirst().ifPresent(line -> found.add(Advice.of("capitals", Part.BODY).at(line)));
        var marks = MARK.matcher(reading.body()).results().map(each -> each.group()).toList();
        boolean twice = marks.stream().anyMatch(mark -> mark.matches("(?s).*[!！]{2,}"));
        if (marks.size() >= MARKS || twice) {
            found.add(Advice.of("marks", Part.BODY, "n", marks.size()).at(marks.stream().filter(mark -> !twice || mark.matches("(?s).*[!！]{2,}")).findFirst().orElse(marks.getFirst())));
        }
        if (reading.tongue != null) {
            var spam = reading.phrases().all("spam", reading.body());
            if (spam.size() >= SPAM) {
                found.add(Advice.of("spam", Part.BODY, "n", spam.size(), "words", String.join(", ", spam.stream().limit(4).toList())).at(spam.iterator().next()));
            }
        }
        return found;
    }

    /** Three words on end; a heading of two may be the company's name. */
    private static boolean shouts(String line) {
        int onEnd = 0;
        for (var word : line.split("\\s+")) {
            if (Capitals.shouts(word)) {
                onEnd++;
                if (onEnd == 3) {
                    return true;
                }
            } else if (word.length() > 3) {
                onEnd = 0;
            }
        }
        return false;
    }
}

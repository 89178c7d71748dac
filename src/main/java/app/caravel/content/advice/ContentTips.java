package app.caravel.content.advice;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import app.caravel.content.advice.Advice.Part;

/** The content: short, digestible, and about the reader. */
final class ContentTips implements Advising.Tip {

    private static final int WORDS = 220;
    private static final int CHINESE_CHARACTERS = 450;
    private static final int WORDS_A_MINUTE = 200;
    private static final int CHARACTERS_A_MINUTE = 400;
    private static final int SENTENCE = 38;
    private static final int CHINESE_SENTENCE = 75;
    private static final int MANY_WE = 6;

    @Override
    public List<Advice> of(Reading reading) {
        var found = new ArrayList<Advice>();
        int length = reading.length(reading.body());
        if (length > (reading.isChinese() ? CHINESE_CHARACTERS : WORDS)) {
            double minutes = (double) length / (reading.isChinese() ? CHARACTERS_A_MINUTE : WORDS_A_MINUTE);
            found.add(Advice.of("content-long", Part.BODY, "n", length, "seconds", Math.round(minutes * 6) * 10));
        }
        var longest = reading.sentences().stream().max(Comparator.comparingInt(reading::length)).orElse("");
        int most = reading.length(longest);
        if (most > (reading.isChinese() ? CHINESE_SENTENCE : SENTENCE)) {
            found.add(Advice.of("content-sentence", Part.BODY, "n", most).at(longest.length() > 120 ? longest.substring(0, 120) : longest));
        }
        if (reading.tongue != null) {
            int we = reading.phrases().count("we", reading.body());
            int you = reading.phrases().count("you", reading.body());
            if (we >= MANY_WE && we > 2 * you) {
                found.add(Advice.of("content-we", Part.BODY, "we", we, "you", you).at(reading.phrases().first("we", reading.body())));
            }
        }
        if (!reading.letter.personal() && reading.letter.readers().areMany() && reading.letter.readers().named() * 2 > reading.letter.readers().people()) {
            found.add(Advice.of("content-same", Part.BODY, "n", reading.letter.readers().people(), "named", reading.letter.readers().named()));
        }
        return found;
    }
}

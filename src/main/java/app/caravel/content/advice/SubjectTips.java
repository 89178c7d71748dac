package app.caravel.content.advice;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import app.caravel.content.advice.Advice.Part;

/** The subject: short, clear, honest, not shouting; and the line that an inbox shows behind it. */
final class SubjectTips implements Advising.Tip {

    /** What a phone shows, in Latin letters; a Chinese character is as wide as two. */
    private static final int LONGEST = 60;
    private static final Pattern PRETENDS = Pattern.compile("(?iu)^\\s*(?:re|aw|fw|fwd|wg|tr|rv|res|enc|回复|答复|转发)\\s*[:：]");

    @Override
    public List<Advice> of(Reading reading) {
        var found = new ArrayList<Advice>();
        var subject = reading.letter.subject().strip();
        if (!subject.isEmpty()) {
            length(found, subject);
            shouting(found, subject);
            words(found, reading, subject);
        }
        preheader(found, reading, subject);
        return found;
    }

    private static void length(List<Advice> found, String subject) {
        int letters = subject.codePointCount(0, subject.length());
        int width = letters + (int) subject.codePoints().filter(Tongue::isHan).count();
        if (width > LONGEST) {
            found.add(Advice.of("subject-long", Part.SUBJECT, "n", letters, "most", LONGEST * letters / width).at(subject));
        }
        if (PRETENDS.matcher(subject).find()) {
            found.add(Advice.of("subject-pretends", Part.SUBJECT, "says", subject.substring(0, subject.indexOf(subject.indexOf(':') >= 0 ? ':' : '：') + 1)).at(subject)
                    .better(PRETENDS.matcher(subject).replaceFirst("").strip()));
        }
    }

    private static void shouting(List<Advice> found, String subject) {
        if (subject.matches("(?s).*(?:[!！]|[?？]{2,}|[$€¥]{2,}).*")) {
            found.add(Advice.of("subject-marks", Part.SUBJECT).at(subject).better(subject.replaceAll("\\s*[!！]+", "").replaceAll("([?？])[?？]+", "$1").replaceAll("[$€¥]{2,}", "").strip()));
        }
        if (Capitals.shout(subject)) {
            found.add(Advice.of("subject-capitals", Part.SUBJECT).at(subject).better(calm(subject)));
        }
    }

    /** Small letters but for the first one, for what shouts; shorter words may be names of things. */
    private static String calm(String subject) {
        var calm = Arrays.stream(subject.split(" ")).map(word -> Capitals.shouts(word) ? Capitals.calm(word) : word).collect(Collectors.joining(" "));
        return calm.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + calm.substring(1);
    }

    private static void words(List<Advice> found, Reading reading, String subject) {
        if (reading.tongue == null) {
            return;
        }
        var spam = reading.phrases().first("spam", subject);
        if (spam != null) {
            found.add(Advice.of("subject-spam", Part.SUBJECT, "word", spam).at(spam));
        }
        if (reading.phrases().isOne("vague", subject.replaceAll("[\\p{P}\\s]+$", ""))) {
            found.add(Advice.of("subject-vague", Part.SUBJECT, "subject", subject).at(subject));
        }
    }

    private static void preheader(List<Advice> found, Reading reading, String subject) {
        if (!reading.preheader.isEmpty()) {
            if (reading.preheader.equalsIgnoreCase(subject)) {
                found.add(Advice.of("preheader-same", Part.PREHEADER));
            }
            return;
        }
        var first = reading.text.lines().map(String::strip).filter(line -> !line.isEmpty()).findFirst().orElse("");
        if (reading.tongue != null && first.length() < 80) {
            var browser = reading.phrases().first("browser", first);
            if (browser != null) {
                found.add(Advice.of("preheader-browser", Part.PREHEADER, "says", first).at(first));
            }
        }
    }
}

package app.caravel.content.advice;

import java.util.ArrayList;
import java.util.List;

import org.jsoup.nodes.Element;

import app.caravel.content.advice.Advice.Part;

/** The ending: one thing to do, and an easy one. */
final class EndingTips implements Advising.Tip {

    private static final int QUESTIONS = 2;
    private static final int BUTTONS = 2;

    @Override
    public List<Advice> of(Reading reading) {
        var found = new ArrayList<Advice>();
        if (reading.lines.isEmpty()) {
            return found;
        }
        var ending = reading.ending();
        var buttons = reading.page.select("a[href]").stream().filter(EndingTips::isButton).map(link -> link.attr("href")).distinct().count();
        long questions = ending.codePoints().filter(c -> c == '?' || c == '？' || c == '؟').count();
        if (questions > QUESTIONS || buttons > BUTTONS) {
            found.add(Advice.of("ending-many", Part.BODY, "n", Math.max(questions, buttons), "what", questions > QUESTIONS ? "questions" : "buttons").at(lastLine(reading)));
        } else if (questions == 0 && buttons == 0 && reading.tongue != null && reading.phrases().first("asks", ending) == null && !endsInLink(reading)) {
            found.add(Advice.of("ending-none", Part.BODY).at(lastLine(reading)));
        }
        var hard = reading.tongue == null ? null : reading.phrases().first("hard", reading.body());
        if (hard != null) {
            found.add(Advice.of("ending-hard", Part.BODY, "words", hard).at(hard));
        }
        return found;
    }

    private static String lastLine(Reading reading) {
        return reading.lines.getLast();
    }

    /** A link that is drawn as one thing to press. */
    private static boolean isButton(Element link) {
        var parent = link.parent();
        return !link.text().isBlank() && link.text().length() < 60 && !link.attr("href").startsWith("mailto:")
                && (link.attr("style").contains("background") || parent != null && parent.normalName().equals("td") && (parent.hasAttr("bgcolor") || parent.attr("style").contains("background"))
                        && parent.text().equals(link.text()));
    }

    /** Whether a link of the last lines leads somewhere. */
    private static boolean endsInLink(Reading reading) {
        var ending = reading.ending();
        return reading.page.select("a[href^=http]").stream().anyMatch(link -> !link.text().isBlank() && ending.contains(link.text().strip()));
    }
}

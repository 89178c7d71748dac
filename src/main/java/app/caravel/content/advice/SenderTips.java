package app.caravel.content.advice;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import app.caravel.content.advice.Advice.Part;
import app.caravel.content.wording.NameSign;

/** The sender: a person, whom one can answer. */
final class SenderTips implements Advising.Tip {

    private static final Pattern NO_ANSWER = Pattern.compile("(?i)^(?:no-?_?\\.?reply|do-?not-?reply|noanswer|mailer-daemon)");

    @Override
    public List<Advice> of(Reading reading) {
        var sender = reading.letter.sender();
        var found = new ArrayList<Advice>();
        if (sender.address().isEmpty()) {
            return found;
        }
        if (!isPerson(sender.name(), sender.address())) {
            found.add(Advice.of("sender-nobody", Part.SENDER, "name", sender.name().isBlank() ? sender.address() : sender.name()));
        }
        if (NO_ANSWER.matcher(sender.address()).find()) {
            found.add(Advice.of("sender-no-answer", Part.SENDER, "address", sender.address()));
        }
        return found;
    }

    /** “Anna Wang, Lumitech” is one; “Lumitech Sales” is not. */
    private static boolean isPerson(String name, String address) {
        var first = name.strip().split("\\s*[,|/·–—(]\\s*| - | @ ", 2)[0].strip();
        if (first.isEmpty()) {
            return false;
        }
        var sign = NameSign.of(first);
        if (sign != null && sign != NameSign.CAPITALS && sign != NameSign.LOWER_CASE) {
            return false;
        }
        var domain = address.substring(address.indexOf('@') + 1).split("\\.")[0].toLowerCase(Locale.ROOT);
        for (var tongue : Tongue.values()) {
            if (Phrases.of(tongue).isOne("role", first) || Phrases.of(tongue).first("role", first) != null && first.toLowerCase(Locale.ROOT).contains(domain)) {
                return false;
            }
        }
        return !first.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "").equals(domain);
    }
}

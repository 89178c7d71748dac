package app.caravel.content.advice;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;

import app.caravel.content.advice.Advice.Part;

/** What laws ask of mail to many, and what mail programs drop. */
final class LawTips implements Advising.Tip {

    private static final Pattern NUMBER = Pattern.compile("\\p{N}");
    private static final Pattern POSTCODE = Pattern.compile("(?u)(?:^|[\\s,，])(?:[A-Z]{1,2}-)?\\p{Nd}{4,6}(?:-\\p{Nd}{3,4})?\\s+\\p{Lu}\\p{L}{2,}|\\p{Lu}\\p{L}{2,}[ ,]+(?:[A-Z]{2}[ ,]+)?\\p{Nd}{5,6}(?=$|[\\s,.])|\\b[A-Z]{1,2}\\d[A-Z\\d]? ?\\d[A-Z]{2}\\b");
    private static final Pattern CHINESE = Pattern.compile("(?:路|街|大道|园区|工业区|镇)[^\\n]{0,20}\\p{Nd}|\\p{Nd}+\\s*号");
    private static final String DROPPED = "script, form, iframe, object, embed, video, audio";

    @Override
    public List<Advice> of(Reading reading) {
        var found = new ArrayList<Advice>();
        if (reading.letter.readers().areMany()) {
            if (!reading.letter.unsubscribes()) {
                found.add(Advice.of("unsubscribe", Part.BODY));
            }
            if (reading.text.lines().noneMatch(LawTips::isAddress)) {
                found.add(Advice.of("address", Part.BODY));
            }
        }
        var dropped = new TreeSet<String>();
        reading.page.select(DROPPED).forEach(element -> dropped.add(element.normalName()));
        if (!dropped.isEmpty()) {
            found.add(Advice.of("dropped", Part.BODY, "elements", String.join(", ", dropped)));
        }
        return found;
    }

    /** A street with a number, or a postcode with a town, in whatever language the sender's address is written. */
    private static boolean isAddress(String line) {
        if (!NUMBER.matcher(line).find() || line.length() > 300) {
            return false;
        }
        if (CHINESE.matcher(line).find() || POSTCODE.matcher(line).find()) {
            return true;
        }
        for (var tongue : Tongue.values()) {
            if (tongue != Tongue.ZH && Phrases.of(tongue).first("street", line) != null && line.contains(",")) {
                return true;
            }
        }
        return GERMAN_STREET.matcher(line).find();
    }

    private static final Pattern GERMAN_STREET = Pattern.compile("(?iu)\\p{L}{2,}(?:straße|strasse|str\\.|weg|platz|allee|gasse)\\s+\\p{Nd}");
}

package app.caravel.content.audit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import app.caravel.content.CheckFinding;

/** Greetings that greet nobody: “Dear ,”, “Hi ,”, “Dear Mr.,”, and such as say a word twice. */
public final class SalutationLook implements Look {

    /** A greeting stands at the beginning of the mail. */
    private static final int WITHIN = 1_500;

    /** Words that ask for a name; alone they greet nobody. */
    private static final String ASKS = "dear|dearest|cher|chère|chers|lieber|liebe|liebe\\(r\\)|sehr geehrter|sehr geehrte|estimado|estimada|estimados|querido|querida|prezado|prezada|caro|cara|"
            + "уважаемый|уважаемая|дорогой|дорогая|尊敬的|亲爱的";
    /** Words that greet well alone, unless a gap follows them. */
    private static final String GREETS = "hi|hello|hey|good morning|good afternoon|good day|hallo|guten tag|guten morgen|bonjour|bonsoir|hola|buenos días|buenas tardes|olá|bom dia|boa tarde|"
            + "здравствуйте|добрый день|привет|你好|您好";
    private static final String TITLE = "mr|mrs|ms|miss|dr|mr/ms|mr/mrs|ms/mr|herr|frau|herr/frau|mme";
    private static final String NOBODY = "null|nan|none|undefined|n/a|#n/a|unknown|-+|\\?+|name|first name|first_name";

    private static final Pattern LINE = Pattern.compile("(?imu)^[ \\t\\u00a0>*]*((?:" + ASKS + ")[ \\t\\u00a0]*(?:(?:" + TITLE + ")\\.?[ \\t\\u00a0]*)?(?:(?:" + NOBODY + ")[ \\t\\u00a0]*)?(?:[,，:：;!！]|$)"
            + "|(?:" + GREETS + ")(?:[ \\t\\u00a0]+(?:(?:" + TITLE + ")\\.?|" + NOBODY + ")?[ \\t\\u00a0]*[,，:：;!！]|[ \\t\\u00a0]+(?:" + NOBODY + ")[ \\t\\u00a0]*$))");
    private static final Pattern TWICE = Pattern.compile("(?imu)^[ \\t\\u00a0>*]*((?:" + ASKS + "|" + GREETS + ")[ \\t]+(?:(?:" + ASKS + "|" + GREETS + ")\\b|(" + TITLE + ")\\.?[ \\t]+\\2\\b)[^\\n]{0,60})");

    private final Map<String, List<String>> found = new LinkedHashMap<>();

    @Override
    public void at(Mail mail) {
        var greeting = odd(mail.rendered().text());
        if (greeting != null) {
            found.computeIfAbsent(greeting, _ -> new ArrayList<>()).add(mail.address());
        }
    }

    /** The greeting of a mail that greets nobody; null where there is none such. */
    public static @Nullable String odd(String text) {
        var beginning = text.length() > WITHIN ? text.substring(0, WITHIN) : text;
        var line = LINE.matcher(beginning);
        if (line.find()) {
            return line.group(1).strip();
        }
        var twice = TWICE.matcher(beginning);
        return twice.find() ? twice.group(1).strip() : null;
    }

    @Override
    public List<CheckFinding> findings() {
        return found.entrySet().stream()
                .map(each -> CheckFinding.aboutPeople("empty-salutation", each.getValue(), "greeting", each.getKey()).at(each.getKey())).toList();
    }
}

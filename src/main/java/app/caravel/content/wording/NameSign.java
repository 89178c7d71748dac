package app.caravel.content.wording;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** What makes a name look wrong in a greeting. */
public enum NameSign {
    ADDRESS, DIGITS, PLACEHOLDER, BROKEN, COMPANY, CAPITALS, LOWER_CASE;

    private static final Pattern AN_ADDRESS = Pattern.compile("@|(?i)\\b(?:https?://|www\\.)");
    private static final Set<String> NOBODY = Set.of(
            "n/a", "na", "null", "nil", "none", "nan", "undefined", "unknown", "test", "tbd", "tba", "xxx", "xx", "x", "-", "--", "?", "??", ".", "*", "#n/a", "name", "first name", "vorname", "anonymous",
            "no name", "noname", "customer", "client", "buyer", "无", "未知", "空", "测试", "姓名", "客户");

    /** Legal forms, and what a mailbox or a department is called. */
    private static final Pattern COMPANY_WORD = Pattern.compile("(?iu)(?:^|[\\s,.(&-])(?:ltd|limited|gmbh|inc|llc|llp|corp|corporation|company|ltda|s\\.?a\\.?r\\.?l|s\\.?r\\.?l|s\\.?p\\.?a|b\\.?v|"
            + "fze|fzco|sdn|bhd|kft|pty|plc|pvt|ооо|зао|trading|import|export|imports|exports|industries|group|international|department|dept|purchasing|procurement|sales|info|office|accounting|"
            + "einkauf|vertrieb|compras|ventas|achats|reception)(?:[\\s,.)&-]|$)|(?:^|\\s)co\\.|公司|集团|有限|工厂|商行|贸易|株式会社|有限会社|주식회사");

    /** What is wrong with it, the gravest first; null where nothing is. */
    public static @Nullable NameSign of(String name) {
        if (AN_ADDRESS.matcher(name).find()) {
            return ADDRESS;
        }
        if (NOBODY.contains(name.toLowerCase(Locale.ROOT))) {
            return PLACEHOLDER;
        }
        if (name.indexOf('\ufffd') >= 0 || name.contains("??") || name.contains("Ã") || name.indexOf('{') >= 0 || name.indexOf('<') >= 0) {
            return BROKEN;
        }
        if (name.codePoints().anyMatch(Character::isDigit)) {
            return DIGITS;
        }
        if (COMPANY_WORD.matcher(name).find()) {
            return COMPANY;
        }
        return ofCase(name);
    }

    /** Two letters may be initials; what is written with dots is. */
    private static @Nullable NameSign ofCase(String name) {
        int upper = 0;
        int lower = 0;
        for (int i = 0; i < name.length(); i++) {
            upper += Character.isUpperCase(name.charAt(i)) ? 1 : 0;
            lower += Character.isLowerCase(name.charAt(i)) ? 1 : 0;
        }
        if (upper > 2 && lower == 0 && name.indexOf('.') < 0) {
            return CAPITALS;
        }
        return lower > 1 && upper == 0 ? LOWER_CASE : null;
    }
}

package app.caravel.content.wording;

import java.util.regex.Pattern;

/** A company's name as one speaks of it: without its legal form. What is nothing but a form stays. */
final class ShortCompany {

    private static final int LONGEST = 200;
    /** {@code Isik San. ve Tic. Ltd. Sti.} has three. */
    private static final int MOST_FORMS = 5;

    /** Forms that are no words, whatever their case. */
    private static final Pattern FORM = Pattern.compile("(?iu)(?:^|[\\s,，]+)(?:\\(?(?:g?gmbh|mbh)\\)?|(?:gmbh|ag|ug|ltd\\.?)?\\s*&\\s*co\\.?\\s*(?:kg|kgaa|ohg)|ug\\s*\\(haftungsbeschränkt\\)|kgaa|ohg|"
            + "(?:co(?:mpany|\\.)?,?\\s*|p(?:te|vt|ty|rivate)\\.?,?\\s*)?(?:ltd\\.?|limited)(?:\\s+şti\\.?)?|inc\\.?|incorporated|llc|l\\.l\\.c\\.?|llp|corp\\.?|corporation|plc|"
            + "ltda\\.?|eireli|lda\\.?|s\\.?\\s?a\\.?\\s?r\\.?\\s?l\\.?|s\\.\\s?a\\.\\s?s\\.?|eurl|s\\.?\\s?r\\.?\\s?l\\.?|s\\.p\\.a\\.?|s\\.?\\s?a\\.? de c\\.?\\s?v\\.?|s\\. de r\\.\\s?l\\.(?: de c\\.\\s?v\\.)?|s\\.l\\.(?:u\\.?)?|"
            + "s\\.r\\.o\\.?|spol\\. s r\\.\\s?o\\.?|a\\.s\\.|sp\\. z o\\.\\s?o\\.?|d\\.o\\.o\\.?|kft\\.?|zrt\\.?|nyrt\\.?|b\\.v\\.?|n\\.v\\.?|bvba|a/s|aps|oyj|sdn\\.?\\s*bhd\\.?|bhd\\.?|"
            + "fzco|fze|fz-llc|dmcc|w\\.l\\.l\\.?|a\\.ş\\.?|san\\. ve tic\\.?|tbk\\.?|k\\.k\\.|jsc|pjsc|ذ\\s?\\.\\s?م\\s?\\.\\s?م\\s?\\.?|ش\\s?\\.\\s?م\\s?\\.\\s?[معك]\\s?\\.?)$");

    /** Forms that are words too when written small: Wellness Spa, Volvo AB. */
    private static final Pattern SHORT_FORM = Pattern.compile("(?:[\\s,，]+)(?:AG|SE|SA|S\\.\\s?A\\.?|SAS|SL|SLU|SpA|AB|AS|ASA|Oy|OY|KG|UG|eG|e\\.\\s?K\\.?|BV|NV|KK|OÜ|UAB|SIA|AD|OOD|EOOD|SNC|SARL|(?<!&\\s)(?<!&)Co\\.?|CO\\.)$");

    private static final Pattern HAN_FORM = Pattern.compile("(?:股份有限公司|有限责任公司|有限責任公司|有限公司|股份公司|公司|株式会社|株式會社|有限会社|合同会社|㈱|[(（]株[)）]|주식회사|[(（]주[)）])$");
    private static final Pattern BEFORE = Pattern.compile("^(?:株式会社|株式會社|有限会社|合同会社|㈱|[(（]株[)）]|주식회사|[(（]주[)）]|㈜|(?:ООО|ЗАО|ОАО|ПАО|АО|ИП|ТОО|ТОВ|PT\\.?|UAB|SIA)(?=[\\s\"«“]))\\s*");
    private static final Pattern QUOTED = Pattern.compile("^[\"«“„]([^\"«»“”„]+)[\"»”“]$");
    private static final Pattern LOOSE_END = Pattern.compile("[\\s,，&-]+$");

    private ShortCompany() {}

    static String of(String company) {
        if (company.length() > LONGEST) {
            return company;
        }
        var name = company.strip();
        for (int i = 0; i < MOST_FORMS; i++) {
            var shorter = without(name);
            if (shorter.equals(name)) {
                break;
            }
            if (shorter.codePoints().noneMatch(Character::isLetterOrDigit)) {
                return name;
            }
            name = shorter;
        }
        return name;
    }

    private static String without(String name) {
        var bare = name;
        for (var form : new Pattern[] {FORM, SHORT_FORM, HAN_FORM, BEFORE}) {
            var shorter = form.matcher(bare).replaceFirst("");
            if (!shorter.equals(bare)) {
                bare = LOOSE_END.matcher(shorter).replaceFirst("");
            }
        }
        return bare.equals(name) ? name : QUOTED.matcher(bare.strip()).replaceFirst("$1");
    }
}

package app.caravel.contact;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import org.jspecify.annotations.Nullable;

/** Phone numbers to E.164, by the country of the person where they do not begin with +. */
public final class Phones {

    /**
     * @param e164 null where it cannot be told
     * @param digitsLost Excel wrote it as 1.38E+10: the last digits are gone and are not guessed
     */
    public record Read(@Nullable String e164, boolean digitsLost) {}

    private static final Pattern E164 = Pattern.compile("\\+[1-9]\\d{6,14}");
    private static final Pattern SQUEEZED = Pattern.compile("\\d[.,]\\d+[eE]\\+?\\d+");
    private static final Pattern SEVERAL = Pattern.compile("\\s*[;,/|、，；\\n]\\s*|\\s*:::\\s*");
    private static final Pattern LABEL = Pattern.compile("^(?i:whats\\s?app|tel|mobile|mob|phone|cell|fon|手机|电话|微信)[\\s.:：-]*");
    private static final Pattern WRITTEN_OUT = Pattern.compile("(?:\\+|\\b00)[1-9][\\d\\s().-]{6,18}\\d");
    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

    private Phones() {}

    /** Reads what a cell or a field says; where it holds several, the first that can be told. */
    public static Read read(String cell, @Nullable String country) {
        if (E164.matcher(cell).matches()) {
            return new Read(cell, false);
        }
        if (SQUEEZED.matcher(cell).matches()) {
            return new Read(null, true);
        }
        var whole = parsed(cell, country);
        if (whole != null) {
            return new Read(whole, false);
        }
        for (var part : SEVERAL.split(cell)) {
            var number = parsed(LABEL.matcher(part.strip()).replaceFirst(""), country);
            if (number != null) {
                return new Read(number, false);
            }
        }
        return new Read(null, false);
    }

    /** The country of a number in E.164, or null where its prefix belongs to none, as that of freephone. */
    public static @Nullable String country(String e164) {
        try {
            var region = NUMBERS.getRegionCodeForNumber(NUMBERS.parse(e164, null));
            return region == null || region.length() != 2 || region.equals("ZZ") ? null : region;
        } catch (NumberParseException e) {
            return null;
        }
    }

    /** +49 of +494055501870. */
    public static String prefix(String e164) {
        try {
            return "+" + NUMBERS.parse(e164, null).getCountryCode();
        } catch (NumberParseException e) {
            return "+";
        }
    }

    /** As people read it aloud: +49 40 55501870. */
    public static String spoken(String e164) {
        try {
            return NUMBERS.format(NUMBERS.parse(e164, null), PhoneNumberFormat.INTERNATIONAL);
        } catch (NumberParseException e) {
            return e164;
        }
    }

    /** Numbers that stand among other words, as they are written there; by the country where they do not begin with +. */
    public static List<String> written(String text, @Nullable String country) {
        var found = new ArrayList<String>();
        NUMBERS.findNumbers(text, country == null ? "ZZ" : country).forEach(match -> found.add(match.rawString()));
        if (found.isEmpty()) {
            // with the country's prefix written out a number is one, though its range is new
            WRITTEN_OUT.matcher(text).results().map(java.util.regex.MatchResult::group).map(String::strip).filter(each -> read(each, country).e164() != null).forEach(found::add);
        }
        return found;
    }

    private static @Nullable String parsed(String text, @Nullable String country) {
        if (text.length() < 5 || text.length() > 40) {
            return null;
        }
        var international = text.startsWith("00") ? "+" + text.substring(2) : text;
        var number = valid(international, country);
        if (number == null && country != null && !international.startsWith("+")) {
            // a sheet that took it for a number lost the plus: 49405550187 in a row of Germany
            var candidate = valid("+" + text, country);
            number = candidate != null && candidate.getCountryCode() == NUMBERS.getCountryCodeForRegion(country) ? candidate : null;
        }
        return number == null ? null : NUMBERS.format(number, PhoneNumberFormat.E164);
    }

    private static @Nullable PhoneNumber valid(String text, @Nullable String country) {
        try {
            var number = NUMBERS.parse(text, country);
            // numbers of reserved and very new ranges are possible, not valid: with the country's prefix written out that is good enough
            boolean writtenOut = text.startsWith("+") && NUMBERS.isPossibleNumberWithReason(number) == ValidationResult.IS_POSSIBLE;
            return writtenOut || NUMBERS.isValidNumber(number) ? number : null;
        } catch (NumberParseException e) {
            return null;
        }
    }
}

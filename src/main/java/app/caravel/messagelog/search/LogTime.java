package app.caravel.messagelog.search;

import java.nio.charset.StandardCharsets;

/** Reads {@code 2017-05-22T17:33:35.632Z} out of bytes, without making anything. Lines follow each other: the minute is mostly that of the line before. */
final class LogTime {

    /** What is no time. */
    static final long NONE = Long.MIN_VALUE;

    private static final int SECONDS = 19;
    /** Two eights: {@code 2017-05-22T17:33}. */
    private static final int MINUTE = 2 * Eight.BYTES;
    /** The third: what of it is no digit, and which bits of a digit are never set, nor are when 6 is added to it. */
    private static final long FORM = Eight.at(":00.000Z".getBytes(StandardCharsets.US_ASCII), 0);
    private static final long NEVER = 0xff_f0f0f0_ff_f0f0_ffL;
    private static final long SIX = 0x00_060606_00_0606_00L;

    private long day;
    private long hour;
    private long minute = NONE;

    /** Epoch milliseconds, or {@link #NONE}. */
    long read(byte[] text, int from, int to) {
        if (to - from != MINUTE + Eight.BYTES) {
            return whole(text, from, to);
        }
        long digits = Eight.at(text, from + MINUTE) ^ FORM;
        if (((digits | (digits + SIX)) & NEVER) != 0 || digit(digits, 1) > 5) {
            return whole(text, from, to);
        }
        if (Eight.at(text, from) != day || Eight.at(text, from + Eight.BYTES) != hour || minute == NONE) {
            return firstOfMinute(text, from, to);
        }
        return minute + digit(digits, 1) * 10_000 + digit(digits, 2) * 1000 + digit(digits, 4) * 100 + digit(digits, 5) * 10 + digit(digits, 6);
    }

    private static long digit(long digits, int place) {
        return (digits >>> (place * Byte.SIZE)) & 0xf;
    }

    private long firstOfMinute(byte[] text, int from, int to) {
        long at = whole(text, from, to);
        day = Eight.at(text, from);
        hour = Eight.at(text, from + Eight.BYTES);
        minute = at == NONE ? NONE : at - Math.floorMod(at, 60_000);
        return at;
    }

    private static long whole(byte[] text, int from, int to) {
        if (to - from < SECONDS + 1 || text[from + 4] != '-' || text[from + 7] != '-' || text[from + 10] != 'T' || text[from + 13] != ':' || text[from + 16] != ':'
                || text[to - 1] != 'Z') {
            return NONE;
        }
        int year = number(text, from, 4);
        int month = number(text, from + 5, 2);
        int day = number(text, from + 8, 2);
        int hour = number(text, from + 11, 2);
        int minute = number(text, from + 14, 2);
        int second = number(text, from + 17, 2);
        int milli = fraction(text, from + SECONDS, to - 1);
        if (year < 0 || month < 1 || month > 12 || day < 1 || day > 31 || hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 60 || milli < 0) {
            return NONE;
        }
        return ((days(year, month, day) * 24 + hour) * 60 + minute) * 60_000 + second * 1000L + milli;
    }

    private static int number(byte[] text, int from, int digits) {
        int value = 0;
        for (int i = from; i < from + digits; i++) {
            int digit = text[i] - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            value = value * 10 + digit;
        }
        return value;
    }

    private static int fraction(byte[] text, int from, int to) {
        if (from == to) {
            return 0;
        }
        if (text[from] != '.' || to - from > 10 || to - from < 2) {
            return -1;
        }
        int milli = 0;
        for (int i = 1; i <= 3; i++) {
            int digit = from + i < to ? text[from + i] - '0' : 0;
            if (digit < 0 || digit > 9) {
                return -1;
            }
            milli = milli * 10 + digit;
        }
        return milli;
    }

    /** Days since 1970-01-01 (Howard Hinnant's civil calendar). */
    private static long days(int year, int month, int day) {
        int y = month <= 2 ? year - 1 : year;
        int era = Math.floorDiv(y, 400);
        int yearOfEra = y - era * 400;
        int dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
        int dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
        return era * 146_097L + dayOfEra - 719_468;
    }
}

package app.caravel.messagelog.search;

/** Reads {@code 2017-05-22T17:33:35.632Z} out of bytes, without making anything. */
final class LogTime {

    /** What is no time. */
    static final long NONE = Long.MIN_VALUE;

    private static final int SECONDS = 19;

    private LogTime() {}

    /** Epoch milliseconds, or {@link #NONE}. */
    static long read(byte[] text, int from, int to) {
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

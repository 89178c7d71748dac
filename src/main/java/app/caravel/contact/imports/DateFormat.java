package app.caravel.contact.imports;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/** One of Excel's number formats, read as a pattern of date and time: {@code yyyy"年"m"月"d"日"}, {@code dd/mm/yyyy hh:mm}. */
final class DateFormat {

    private final @Nullable DateTimeFormatter formatter;

    DateFormat(String excel) {
        this.formatter = formatter(excel.split(";", 2)[0]);
    }

    /** The formats that Excel knows by number. Those that follow the system's habits are shown as ISO dates. */
    static @Nullable String builtIn(int id) {
        return switch (id) {
            case 1 -> "0";
            case 2 -> "0.00";
            case 3 -> "#,##0";
            case 4 -> "#,##0.00";
            case 9 -> "0%";
            case 10 -> "0.00%";
            case 14, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58 -> "yyyy-mm-dd";
            case 15 -> "d-mmm-yy";
            case 16 -> "d-mmm";
            case 17 -> "mmm-yy";
            case 18 -> "h:mm AM/PM";
            case 19 -> "h:mm:ss AM/PM";
            case 20, 32, 55 -> "h:mm";
            case 21, 33, 56 -> "h:mm:ss";
            case 22 -> "yyyy-mm-dd h:mm";
            default -> null;
        };
    }

    boolean isDate() {
        return formatter != null;
    }

    String shown(LocalDateTime at, BigDecimal days) {
        return formatter == null ? days.toPlainString() : formatter.format(at);
    }

    private static @Nullable DateTimeFormatter formatter(String excel) {
        if (excel.equalsIgnoreCase("General") || excel.equals("@")) {
            return null;
        }
        var pattern = new StringBuilder();
        boolean date = false;
        boolean afterHour = false;
        boolean halves = excel.toUpperCase(Locale.ROOT).contains("AM/PM") || excel.contains("上午");
        for (int i = 0; i < excel.length();) {
            char c = excel.charAt(i);
            int run = run(excel, i);
            switch (Character.toLowerCase(c)) {
                case 'y' -> pattern.append(run > 2 ? "uuuu" : "uu");
                case 'd' -> pattern.append(run > 3 ? "EEEE" : run == 3 ? "EEE" : "d".repeat(run));
                case 'h' -> pattern.append((halves ? "h" : "H").repeat(Math.min(run, 2)));
                case 's' -> pattern.append("s".repeat(Math.min(run, 2)));
                case 'm' -> pattern.append(run > 2 || !afterHour && !secondsFollow(excel, i + run) ? "M".repeat(Math.min(run, 4)) : "m".repeat(Math.min(run, 2)));
                default -> run = literal(excel, i, pattern);
            }
            date |= "ydhs".indexOf(Character.toLowerCase(c)) >= 0 || Character.toLowerCase(c) == 'm' && run <= 5;
            if (Character.isLetter(c)) {
                afterHour = Character.toLowerCase(c) == 'h';
            }
            i += run;
        }
        try {
            return date && !excel.contains("#") && !excel.matches(".*0[^\"]*") ? DateTimeFormatter.ofPattern(pattern.toString(), Locale.ENGLISH) : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** Appends what is no part of a date and returns its length: quoted text, colours and conditions in brackets, AM/PM. */
    private static int literal(String excel, int at, StringBuilder pattern) {
        char c = excel.charAt(at);
        if (excel.regionMatches(true, at, "AM/PM", 0, 5)) {
            pattern.append('a');
            return 5;
        }
        if (c == '"') {
            int close = excel.indexOf('"', at + 1);
            var text = excel.substring(at + 1, close < 0 ? excel.length() : close);
            quote(text, pattern);
            return close < 0 ? excel.length() - at : close - at + 1;
        }
        if (c == '[') {
            int close = excel.indexOf(']', at);
            return close < 0 ? excel.length() - at : close - at + 1;
        }
        if (c == '\\' && at + 1 < excel.length()) {
            quote(excel.substring(at + 1, at + 2), pattern);
            return 2;
        }
        if (c == '_' && at + 1 < excel.length()) {
            return 2;
        }
        if (c != '*' && c != '@') {
            quote(String.valueOf(c), pattern);
        }
        return 1;
    }

    private static void quote(String text, StringBuilder pattern) {
        if (!text.isEmpty()) {
            pattern.append('\'').append(text.replace("'", "''")).append('\'');
        }
    }

    private static int run(String text, int from) {
        int to = from;
        while (to < text.length() && Character.toLowerCase(text.charAt(to)) == Character.toLowerCase(text.charAt(from))) {
            to++;
        }
        return to - from;
    }

    /** Minutes are told from months by what stands beside them. */
    private static boolean secondsFollow(String excel, int from) {
        int at = from;
        while (at < excel.length() && !Character.isLetter(excel.charAt(at))) {
            at++;
        }
        return at < excel.length() && Character.toLowerCase(excel.charAt(at)) == 's';
    }
}

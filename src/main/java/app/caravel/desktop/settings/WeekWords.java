package app.caravel.desktop.settings;

import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.Collection;
import java.util.List;
import java.util.Set;

import app.caravel.calendar.Week;
import app.caravel.desktop.kit.Ui;
import app.caravel.texts.Texts.Language;

/** Days of the week and names of countries in a sentence. */
final class WeekWords {

    private final Ui ui;

    WeekWords(Ui ui) {
        this.ui = ui;
    }

    String day(DayOfWeek day) {
        var language = ui.texts().language();
        return day.getDisplayName(language == Language.CHINESE ? TextStyle.SHORT : TextStyle.FULL, language.locale());
    }

    /** "Friday and Saturday", "Saturday and Sunday, Friday from noon on". */
    String off(Week week) {
        var off = list(week.off().stream().map(this::day).toList());
        return week.half().isEmpty() ? off : ui.text("settings.hours.off-half", "off", off, "half", list(week.half().stream().map(this::day).toList()));
    }

    /** "Tuesday to Thursday" where three or more follow each other, else one by one. */
    String days(Set<DayOfWeek> days) {
        var first = days.stream().filter(day -> !days.contains(day.minus(1))).toList();
        if (first.size() == 1 && days.size() > 2) {
            return ui.text("settings.hours.days", "first", day(first.getFirst()), "last", day(first.getFirst().plus(days.size() - 1L)));
        }
        return list(days.stream().sorted().map(this::day).toList());
    }

    /** By name in the window's language. */
    String countries(Collection<String> codes) {
        var collator = java.text.Collator.getInstance(ui.texts().language().locale());
        return String.join(ui.text("settings.hours.between"), codes.stream().map(ui.formats()::country).sorted(collator::compare).toList());
    }

    private String list(List<String> words) {
        return words.size() < 2 ? String.join("", words)
                : ui.text("settings.hours.and", "some", String.join(ui.text("settings.hours.between"), words.subList(0, words.size() - 1)), "last", words.getLast());
    }
}

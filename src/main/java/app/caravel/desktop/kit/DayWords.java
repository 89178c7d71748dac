package app.caravel.desktop.kit;

import java.time.LocalDate;
import javafx.util.StringConverter;

import org.jspecify.annotations.Nullable;

import app.caravel.texts.Formats;

/** A day in a field as days are written everywhere, never as 11/12 that one reads as November and another as December. */
public final class DayWords extends StringConverter<LocalDate> {

    private final Formats formats;

    public DayWords(Formats formats) {
        this.formats = formats;
    }

    @Override
    public String toString(@Nullable LocalDate day) {
        return day == null ? "" : formats.day(day);
    }

    /** Nothing where it is empty or no day. */
    @Override
    public @Nullable LocalDate fromString(@Nullable String written) {
        return written == null ? null : formats.dayOf(written).orElse(null);
    }
}

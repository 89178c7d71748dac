package app.caravel.calendar;

import java.time.LocalDate;

/**
 * A public holiday of a country.
 *
 * @param name in English
 * @param about the day goes by the moon and was reckoned: it may be kept a day earlier or later
 */
public record Holiday(LocalDate day, String name, boolean about) {}

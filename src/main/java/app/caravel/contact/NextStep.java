package app.caravel.contact;

import java.time.LocalDate;

/**
 * When somebody is to be spoken to again.
 *
 * @param day where the salesperson sits
 * @param word why, may be empty
 */
public record NextStep(long contact, LocalDate day, String word) {}

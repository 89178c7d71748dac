package app.caravel.contact.imports;

import app.caravel.reason.Reason;

/**
 * A row that was not taken.
 *
 * @param line the line it starts on, from 1
 * @param text the row as it stands in the file
 */
public record Reject(long line, Reason reason, String text) {}

/**
 * Looking into message tracking logs: our own and those of Exchange servers (2010, 2013, 2016 and later), packed ones too.
 * Files are read by their {@code #Fields} line, never by position. Uses the log's names and CSV; knows no database.
 */
@NullMarked
package app.caravel.messagelog.search;

import org.jspecify.annotations.NullMarked;

/** Time zones, weekends and office hours of other places. Uses nothing. */
@NullMarked
package app.caravel.calendar;

import org.jspecify.annotations.NullMarked;

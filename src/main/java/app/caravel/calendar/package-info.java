/** Time zones, weekends, holidays and office hours of other places, and the hours at which mails may go there. Uses nothing of ours. */
@NullMarked
package app.caravel.calendar;

import org.jspecify.annotations.NullMarked;

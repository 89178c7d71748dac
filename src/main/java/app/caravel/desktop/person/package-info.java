/**
 * One person with everything that is known of him, and the companies. Facts are edited in place, what happened stands in a
 * timeline, and whatever is done here can be taken back.
 */
@NullMarked
package app.caravel.desktop.person;

import org.jspecify.annotations.NullMarked;

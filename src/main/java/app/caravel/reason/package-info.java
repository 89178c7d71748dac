/** Reasons and errors as keys with arguments; only the faces turn them into words. Uses nothing; everything may use it. */
@NullMarked
package app.caravel.reason;

import org.jspecify.annotations.NullMarked;

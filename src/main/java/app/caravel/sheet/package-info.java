/** Tables as files that Excel opens correctly in every language. Uses {@code reason} alone; every feature that exports may use it. */
@NullMarked
package app.caravel.sheet;

import org.jspecify.annotations.NullMarked;

/** Who must not be written to: addresses and whole domains with their reasons, what was said of them before, and how they come on and off. */
@NullMarked
package app.caravel.desktop.suppression;

import org.jspecify.annotations.NullMarked;

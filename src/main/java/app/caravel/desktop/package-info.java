/** The desktop face: starts JavaFX on a home. Screens lie in packages of their own; they use the kit, never each other. */
@NullMarked
package app.caravel.desktop;

import org.jspecify.annotations.NullMarked;

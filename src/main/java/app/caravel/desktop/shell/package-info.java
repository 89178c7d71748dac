/**
 * The window around the screens: rail, status bar, details panel, Ctrl+K, toasts. A new screen is one line in
 * {@link app.caravel.desktop.shell.Screens}.
 */
@NullMarked
package app.caravel.desktop.shell;

import org.jspecify.annotations.NullMarked;

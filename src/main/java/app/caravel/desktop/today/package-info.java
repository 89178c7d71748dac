/** The screen Today. Uses kit, workspace and features. */
@NullMarked
package app.caravel.desktop.today;

import org.jspecify.annotations.NullMarked;

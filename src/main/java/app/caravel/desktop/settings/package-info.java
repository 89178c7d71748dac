/** The screen Settings. Uses kit, workspace and features. */
@NullMarked
package app.caravel.desktop.settings;

import org.jspecify.annotations.NullMarked;

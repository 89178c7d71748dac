/** How the system is told to start Caravel when the person signs in: one file for each system. Uses the kit and reason. */
@NullMarked
package app.caravel.desktop.login;

import org.jspecify.annotations.NullMarked;

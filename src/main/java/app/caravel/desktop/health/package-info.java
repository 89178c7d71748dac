/**
 * How well a list stands, as several screens show it: who can be written to, what is the matter with the others, and what
 * can be done about it with a way back. Uses the kit and the features; screens use it.
 */
@NullMarked
package app.caravel.desktop.health;

import org.jspecify.annotations.NullMarked;

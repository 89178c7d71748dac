/**
 * The delivery report of one mail, as a salesperson reads it: what became of it, step by step, with the servers' words in
 * plain words and below them as they came. Any screen shows it. Uses the kit, {@code story} and the features; screens use it.
 */
@NullMarked
package app.caravel.desktop.delivery;

import org.jspecify.annotations.NullMarked;

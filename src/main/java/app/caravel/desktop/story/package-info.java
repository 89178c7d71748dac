/**
 * What several screens show alike: a message's states and verdicts in words, why we believe what we believe, what happened,
 * and why an account rests. Uses the kit and the features; screens use it.
 */
@NullMarked
package app.caravel.desktop.story;

import org.jspecify.annotations.NullMarked;

/**
 * What several screens show of a message alike: its states and verdicts in words, why we believe what we believe, what
 * happened. Uses the kit and the features; screens use it.
 */
@NullMarked
package app.caravel.desktop.story;

import org.jspecify.annotations.NullMarked;

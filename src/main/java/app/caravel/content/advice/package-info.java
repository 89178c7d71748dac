/**
 * Advice that gets a mail read: pure functions from what a reader would see, and who sends it, to a list of {@link
 * app.caravel.content.advice.Advice}. None of it blocks anything, and each kind can be switched off. What it knows of seven
 * languages stands in the resources of the same folder. May use content and its audit.
 */
@NullMarked
package app.caravel.content.advice;

import org.jspecify.annotations.NullMarked;

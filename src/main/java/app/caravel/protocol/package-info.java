/**
 * What desktop and tracker agree on: tokens in tracked addresses, the links made of them, the line of an event, the pairing
 * line. Uses nothing of Caravel but reasons.
 */
@NullMarked
package app.caravel.protocol;

import org.jspecify.annotations.NullMarked;

/** The words of all faces in both languages, and numbers and times as people write them. Uses {@code reason} alone. */
@NullMarked
package app.caravel.texts;

import org.jspecify.annotations.NullMarked;

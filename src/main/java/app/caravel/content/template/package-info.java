/** Mails to begin from: those that come with Caravel, what is to be filled in, and what they look like before it is. May use content and store. */
@NullMarked
package app.caravel.content.template;

import org.jspecify.annotations.NullMarked;

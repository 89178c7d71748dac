/** Mails that were made elsewhere: HTML, MJML, a saved mail, a zip with pictures. Read within bounds, whatever the file holds. May use content and its pictures. */
@NullMarked
package app.caravel.content.incoming;

import org.jspecify.annotations.NullMarked;

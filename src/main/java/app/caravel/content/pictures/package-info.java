/**
 * The pictures of mails, kept in the home: read, turned upright, made as small as a mail needs them, and found again by
 * their source. May use store. The libraries that read pictures stay inside.
 */
@NullMarked
package app.caravel.content.pictures;

import org.jspecify.annotations.NullMarked;

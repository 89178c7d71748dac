/** Contacts written to files that other programs read. May use contact and sheet. */
@NullMarked
package app.caravel.contact.export;

import org.jspecify.annotations.NullMarked;

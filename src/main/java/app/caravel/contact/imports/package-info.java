/**
 * Reading people from files as offices have them: what kind of file, which encoding, which column means what, and every
 * row's fate. read + blank = the rows of the file; read = added + merged + rejected. May use {@code contact}, {@code store}.
 */
@NullMarked
package app.caravel.contact.imports;

import org.jspecify.annotations.NullMarked;

/**
 * Who is written to: segments, which are saved queries over contacts, and the one-line language they are written in; and
 * list health, what is the matter with the people of a list. May use contact, campaign (queries), evidence, dns and store.
 */
@NullMarked
package app.caravel.audience;

import org.jspecify.annotations.NullMarked;

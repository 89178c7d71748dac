/**
 * Who is written to: segments, which are saved queries over contacts, and the one-line language they are written in.
 * May use contact, campaign (queries), evidence, dns and store.
 */
@NullMarked
package app.caravel.audience;

import org.jspecify.annotations.NullMarked;

/**
 * What a mail says: subject, HTML and plain text with merge fields, compiled once per campaign (links numbered, merge fields
 * found) and rendered for each recipient by string assembly. liqp and jsoup stay inside. May use protocol and store.
 */
@NullMarked
package app.caravel.content;

import org.jspecify.annotations.NullMarked;

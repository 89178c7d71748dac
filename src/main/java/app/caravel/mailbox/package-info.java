/**
 * An account's own mailbox over IMAP: the Sent folder, copies of what was sent, what became of mails in doubt, what a person
 * sent by hand. May use account, contact, campaign (its queries and the interfaces that it implements) and store.
 */
@NullMarked
package app.caravel.mailbox;

import org.jspecify.annotations.NullMarked;

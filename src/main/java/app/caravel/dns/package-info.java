/**
 * What the DNS says of mail domains, kept in the database, and the tables of mail providers and security gateways. Asks
 * the system's resolver; nothing here ever speaks to a mail server. May use store.
 */
@NullMarked
package app.caravel.dns;

import org.jspecify.annotations.NullMarked;

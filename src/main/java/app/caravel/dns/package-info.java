/**
 * What the DNS says of mail domains: who takes their mail, kept in the database, who may send for them (SPF), their keys
 * (DKIM) and policies (DMARC); and the tables of mail providers and security gateways. Asks the system's resolver; nothing
 * here ever speaks to a mail server. May use store.
 */
@NullMarked
package app.caravel.dns;

import org.jspecify.annotations.NullMarked;

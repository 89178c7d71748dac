/**
 * How a domain that mail is sent from stands: its SPF, DKIM and DMARC and what else receivers look at, each finding with the
 * DNS line that mends it; the rules of the large receivers as a checklist; the keys that Caravel signs with itself. May use dns and store.
 */
@NullMarked
package app.caravel.account.health;

import org.jspecify.annotations.NullMarked;

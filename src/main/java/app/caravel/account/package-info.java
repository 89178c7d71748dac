/** Mailboxes to send from: servers, limits, provider data, secrets, what signs in at each connection, and the test that logs in for real; oauth and route below. May use dns and store. */
@NullMarked
package app.caravel.account;

import org.jspecify.annotations.NullMarked;

/** Mailboxes to send from: servers, limits, provider data, secrets and the test that logs in for real. May use dns and store. */
@NullMarked
package app.caravel.account;

import org.jspecify.annotations.NullMarked;

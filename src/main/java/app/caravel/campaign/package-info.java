/**
 * Campaigns, the ledger of their messages and the run that sends them. Only this package moves a message from one state to
 * another. May use contact, content, product, account, smtp, protocol, calendar and store; who is written to and through which
 * tracker reaches it by {@link app.caravel.campaign.Recipients} and {@link app.caravel.campaign.Tracked}.
 */
@NullMarked
package app.caravel.campaign;

import org.jspecify.annotations.NullMarked;

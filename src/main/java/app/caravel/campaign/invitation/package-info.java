/** An appointment that mails carry as a calendar file, written by biweekly, which stays inside. May use account and store. */
@NullMarked
package app.caravel.campaign.invitation;

import org.jspecify.annotations.NullMarked;

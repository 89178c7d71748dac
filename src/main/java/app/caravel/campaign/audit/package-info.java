/**
 * What the check of a campaign sees of the run as a whole: who gets two mails, how many go to one company, the files, the
 * sender, the hour at which it arrives. May use contact, content, account and calendar.
 */
@NullMarked
package app.caravel.campaign.audit;

import org.jspecify.annotations.NullMarked;

/**
 * The message tracking log in the format of Exchange Server 2013, derived from the ledger's transitions by one exporter
 * ({@link app.caravel.messagelog.MessageLog}); below {@code search}, looking into such files, our own and a real server's.
 * May use campaign (queries), sheet and store.
 *
 * <p>A line is written where the thing truly happened, under Exchange's own names:
 * <ul>
 * <li>into the queue: SUBMIT by STOREDRIVER; again after a failure, a doubt or by a person's wish: RESUBMIT by ADMIN. A mail
 *     that waited for its next try and is due is the queue's own affair: no line, as at Exchange</li>
 * <li>on its way (sending): no line; Exchange has none between SUBMIT and SEND either</li>
 * <li>taken by the server: SEND by SMTP, its answer in source-context and recipient-status; where a person said so of a mail
 *     in doubt: SEND by ADMIN, with no answer</li>
 * <li>put off, and the line broken before the server had it: DEFER by SMTP</li>
 * <li>in doubt: DEFER by SMTP too: it is kept back until somebody decides, and nothing is claimed of its sending</li>
 * <li>refused: FAIL by SMTP; failed before a server was asked: FAIL by QUEUE</li>
 * <li>a bounce was read: DSN by DSN</li>
 * <li>on the suppression list: SUPPRESSED by AGENT, our rule having stopped it</li>
 * <li>held back by manners: THROTTLE by AGENT, the reason in reference as Exchange has it</li>
 * <li>cancelled: DROP by ADMIN: gone from the queue without a report to anybody</li>
 * </ul>
 * The software line names us, not Microsoft: of the readers that we know none asks for Microsoft's name, all go by
 * {@code #Fields}; the version line says 15.00 because that is the format.
 */
@NullMarked
package app.caravel.messagelog;

import org.jspecify.annotations.NullMarked;

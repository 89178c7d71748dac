/** What became of campaigns: read-only views, queries and files to take home. May use contact, content, audience, campaign's queries, evidence, mailbox and store. */
@NullMarked
package app.caravel.report;

import org.jspecify.annotations.NullMarked;

/**
 * What happened to the mails: the paired tracker, the raw events pulled from it, and the verdicts derived from them.
 * May use protocol, campaign (queries), dns and store.
 */
@NullMarked
package app.caravel.evidence;

import org.jspecify.annotations.NullMarked;

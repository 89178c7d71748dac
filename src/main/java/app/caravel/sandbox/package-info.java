/**
 * A workspace whose mail server and tracker are real ones on loopback, started by the app itself: sample buyers, ready
 * campaigns, and readers who fetch pixels and follow links over HTTP as people, proxies and scanners do. May use workspace,
 * features and the tracker.
 */
@NullMarked
package app.caravel.sandbox;

import org.jspecify.annotations.NullMarked;

/**
 * The companion endpoint: a small public HTTP server that checks tokens, puts each event on disk before it answers, and
 * hands events to the desktops they belong to. Knows no names, no campaigns. May use protocol and texts.
 */
@NullMarked
package app.caravel.tracker;

import org.jspecify.annotations.NullMarked;

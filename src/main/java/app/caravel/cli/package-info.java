/** The command line: one small class a verb. May use workspace, sandbox and features. */
@NullMarked
package app.caravel.cli;

import org.jspecify.annotations.NullMarked;

/**
 * The message log: searching the files of this workspace, or a folder of another server's. Uses the kit, {@code delivery} and
 * the features.
 */
@NullMarked
package app.caravel.desktop.messagelog;

import org.jspecify.annotations.NullMarked;

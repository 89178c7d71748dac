/**
 * People and companies that are likely one: side by side, made one by a person, and two again. Uses the kit, workspace and
 * contact.
 */
@NullMarked
package app.caravel.desktop.duplicates;

import org.jspecify.annotations.NullMarked;

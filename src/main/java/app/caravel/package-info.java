/** The entry: picks a face (desktop, command line, demo). May use the faces alone. */
@NullMarked
package app.caravel;

import org.jspecify.annotations.NullMarked;

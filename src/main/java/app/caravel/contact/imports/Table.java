package app.caravel.contact.imports;

import java.io.Closeable;
import java.io.IOException;

import org.jspecify.annotations.Nullable;

/** The rows of a file, one at a time, from the first line on. */
interface Table extends Closeable {

    /** The next row, blank ones too, or null at the end. */
    @Nullable Row next() throws IOException;

    /** How many cells a row of this file has, where that is known. */
    default void expect(int cells) {}
}

/** The database: connections, the one writer thread, migrations, backup. Knows no feature. */
@NullMarked
package app.caravel.store;

import org.jspecify.annotations.NullMarked;

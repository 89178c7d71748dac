/** The exporter's products: by category, in a table, each edited in a panel beside it. Hangs below Compose. */
@NullMarked
package app.caravel.desktop.products;

import org.jspecify.annotations.NullMarked;

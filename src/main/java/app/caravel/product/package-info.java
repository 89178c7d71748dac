/**
 * The exporter's products: their catalogue, read from price lists and folders of pictures, and what a mail shows of them.
 * May use contact (reading files), content and store.
 */
@NullMarked
package app.caravel.product;

import org.jspecify.annotations.NullMarked;

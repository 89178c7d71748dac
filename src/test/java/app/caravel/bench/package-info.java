/** What benchmarks need besides the product. Never part of the test command. */
@NullMarked
package app.caravel.bench;

import org.jspecify.annotations.NullMarked;

/**
 * Contacts, the companies they belong to, lists, and who must not be written to. Each feature's SQL stands in its own
 * {@code *Store}. May use {@code store} and {@code reason}.
 */
@NullMarked
package app.caravel.contact;

import org.jspecify.annotations.NullMarked;

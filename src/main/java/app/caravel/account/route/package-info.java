/** The line to a server: directly or through a proxy, whose certificates are trusted, and sockets that hold to both. Uses nothing of Caravel's. */
@NullMarked
package app.caravel.account.route;

import org.jspecify.annotations.NullMarked;

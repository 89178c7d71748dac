package app.caravel.account.route;

import org.jspecify.annotations.Nullable;

/**
 * The addresses of a line.
 *
 * @param client this computer's
 * @param server the server's; null where a proxy leads to it and alone knows it
 */
public record Ends(String client, @Nullable String server) {}

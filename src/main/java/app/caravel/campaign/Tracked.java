package app.caravel.campaign;

import java.util.Optional;

import app.caravel.protocol.TokenKey;

/** The tracker that mail is tracked by, if the workspace is paired with one. The workspace wires it. */
@FunctionalInterface
public interface Tracked {

    /**
     * @param baseUrl public address without a slash at its end
     * @param workspace the workspace’s number in tokens
     */
    record By(String baseUrl, int workspace, TokenKey key) {}

    Optional<By> now();
}

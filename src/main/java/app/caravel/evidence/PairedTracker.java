package app.caravel.evidence;

import app.caravel.protocol.TokenKey;

/**
 * The tracker that this workspace's mail is tracked by.
 *
 * @param baseUrl its public address, without a slash at its end
 * @param workspace this workspace's number in tokens
 * @param key what tokens are signed with
 * @param apiKey what events are pulled with
 */
public record PairedTracker(String baseUrl, int workspace, TokenKey key, String apiKey) {

    /** Never the keys. */
    @Override
    public String toString() {
        return "PairedTracker[" + baseUrl + "]";
    }
}

package app.caravel.protocol;

/** The tracked addresses that stand in mails. A base is a tracker's public address, without a slash at its end. */
public final class Links {

    private Links() {}

    public static String pixel(String base, TokenKey key, int workspace, byte[] randomId) {
        return link(base, TokenKind.PIXEL, Payload.of(workspace, randomId), key);
    }

    /**
     * @throws IllegalArgumentException where {@link Destinations#check} refuses the destination
     */
    public static String click(String base, TokenKey key, int workspace, byte[] randomId, int link, String destination) {
        return link(base, TokenKind.CLICK, Payload.ofClick(workspace, randomId, link, destination), key);
    }

    public static String unsubscribe(String base, TokenKey key, int workspace, byte[] randomId) {
        return link(base, TokenKind.UNSUBSCRIBE, Payload.of(workspace, randomId), key);
    }

    private static String link(String base, TokenKind kind, Payload payload, TokenKey key) {
        return base + '/' + kind.letter() + '/' + Tokens.encode(kind, payload, key);
    }
}

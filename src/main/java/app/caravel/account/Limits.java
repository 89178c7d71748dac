package app.caravel.account;

/**
 * How many mails an account may send.
 *
 * @param perHour 0: no limit
 * @param perDay 0: no limit
 */
public record Limits(int perHour, int perDay) {

    private static final Limits NONE = new Limits(0, 0);
    /** A company's own host, of which nothing is known. */
    private static final Limits UNKNOWN_HOST = new Limits(60, 400);

    /** What is safe at this server where nobody asks for other values; none on loopback. */
    public static Limits safe(String host) {
        if (Account.isLoopback(host)) {
            return NONE;
        }
        return Providers.withServer(host).map(provider -> new Limits(provider.perHour(), provider.perDay())).orElse(UNKNOWN_HOST);
    }
}

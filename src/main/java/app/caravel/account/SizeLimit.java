package app.caravel.account;

/**
 * How heavy a mail an account's server takes.
 *
 * @param bytes of the whole mail on the line
 * @param address of the account
 */
public record SizeLimit(long bytes, String address) {}

package app.caravel.dns;

/**
 * Who takes the mail of a domain.
 *
 * @param key lower case, as kept on contacts
 * @param gateway whether it looks into mails before people do, and may open their links
 */
public record MailHost(String key, String name, boolean gateway) {}

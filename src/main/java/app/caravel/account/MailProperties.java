package app.caravel.account;

import java.util.List;
import java.util.Properties;

/** How Angus Mail is told to connect: bounded in time, the server's name checked, STARTTLS never skipped. */
final class MailProperties {

    private MailProperties() {}

    static Properties of(Account account, int timeoutMillis, Trust trust) {
        var properties = new Properties();
        var timeout = String.valueOf(timeoutMillis);
        for (var protocol : List.of("smtp", "smtps", "imap", "imaps")) {
            var prefix = "mail." + protocol + ".";
            properties.put(prefix + "connectiontimeout", timeout);
            properties.put(prefix + "timeout", timeout);
            properties.put(prefix + "writetimeout", timeout);
            properties.put(prefix + "ssl.checkserveridentity", "true");
            properties.put(prefix + "socketFactory.fallback", "false");
            if (trust.sockets() != null) {
                properties.put(prefix + "ssl.socketFactory", trust.sockets());
            }
        }
        for (var protocol : List.of("smtp", "smtps")) {
            properties.put("mail." + protocol + ".auth", String.valueOf(account.user() != null));
            properties.put("mail." + protocol + ".quitwait", "false");
        }
        for (var protocol : List.of("smtp", "imap")) {
            boolean starts = account.security() == Security.STARTTLS || protocol.equals("imap") && account.security() == Security.TLS;
            properties.put("mail." + protocol + ".starttls.enable", String.valueOf(starts));
            properties.put("mail." + protocol + ".starttls.required", String.valueOf(starts));
        }
        return properties;
    }
}

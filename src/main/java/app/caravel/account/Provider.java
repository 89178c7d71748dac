package app.caravel.account;

import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import app.caravel.account.oauth.Issuer;

/**
 * A mailbox provider as its public pages describe it. Defaults to be checked by a test, never a promise.
 *
 * @param id names its texts: {@code account.provider.<id>}
 * @param domains of addresses that are surely its own; {@code yandex.*} stands for all its countries
 * @param mx patterns of the mail servers of domains that it hosts
 * @param browser who lets sign in by the browser instead; null: nobody
 * @param webmail where the password to use is made
 * @param perHour safe value of ours, well below the provider's ceiling
 * @param mailSize bytes of a mail that it takes; 0: not known
 * @param mailSizeSource where that comes from, with its date; empty where it is not known
 * @param source where the data come from, with their date
 */
public record Provider(
        String id,
        List<String> domains,
        List<String> mx,
        Server smtp,
        @Nullable Server imap,
        Secret secret,
        @Nullable Issuer browser,
        String webmail,
        int perHour,
        int perDay,
        long mailSize,
        String mailSizeSource,
        String source) {

    /** Where a server listens. */
    public record Server(String host, int port, Security security) {}

    /** What signs in: each provider calls it by another name. */
    public enum Secret {
        /** The mailbox's own password. */
        PASSWORD,
        /** 授权码: made in webmail, the mailbox's password does not work. */
        AUTHORIZATION_CODE,
        /** 客户端专用密码: where the company demands it, the webmail password does not work. */
        CLIENT_PASSWORD,
        /** Made in the account's security page, needs two-step sign-in. */
        APP_PASSWORD,
        /** No password at all: signed in by the browser. */
        OAUTH;

        /** The name in texts and data. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Whether addresses of this domain are surely its own. */
    boolean owns(String domain) {
        return domains.stream().anyMatch(own -> own.endsWith(".*")
                ? domain.startsWith(own.substring(0, own.length() - 1))
                : own.equals(domain));
    }

    /** Whether domains with this mail server are hosted by it; {@code *.example.com} stands for every name below. */
    boolean hosts(String server) {
        return mx.stream().anyMatch(own -> own.startsWith("*.") ? server.endsWith(own.substring(1)) : own.equals(server));
    }

    /** Which steps lead to the secret; providers that share them share an id of help. */
    public String help() {
        return switch (id) {
            case "netease163", "netease126", "neteaseyeah" -> "netease";
            case "gmail", "googleworkspace" -> "google";
            case "microsoft365", "outlook" -> "microsoft";
            default -> id.startsWith("zoho") ? "zoho" : secret == Secret.PASSWORD ? "password" : id;
        };
    }
}

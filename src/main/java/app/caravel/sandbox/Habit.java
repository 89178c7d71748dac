package app.caravel.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * How one mailbox of real life treats a mail: who fetches what, when, from where and under which name. The user agents and
 * the timing are those of the sources named in facts about machine openings (Bird 2022 for Gmail, craft-campaign#546 for
 * gateways' bursts).
 */
enum Habit {
    /** Nobody looks, or pictures are blocked. */
    SILENT(48),
    /** Outlook or Thunderbird: pictures load from the reader's own machine. */
    DESKTOP(17),
    /** Gmail and Yahoo fetch the picture on the reader's behalf, when he opens. */
    WEBMAIL(13),
    /** Apple's Mail Privacy Protection fetches whether read or not. */
    APPLE(8),
    /** Gmail's prefetch while a session is open: nobody read it. */
    PREFETCH(3),
    /** A gateway follows every link within a second, nobody reads. */
    GATEWAY(5),
    /** A gateway first, the person hours later. */
    GATEWAY_THEN_PERSON(4),
    /** Reads, and wants no more. */
    LEAVES(2);

    private static final String CHROME = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36";
    private static final String OUTLOOK = "Mozilla/4.0 (compatible; MSIE 7.0; Windows NT 10.0; WOW64; Trident/7.0; .NET4.0C; .NET4.0E; Microsoft Outlook 16.0.17932; Microsoft Outlook 16.0.17932; ms-office; MSOffice 16)";
    private static final String THUNDERBIRD = "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Thunderbird/128.4.0";
    private static final String PHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1";
    private static final String GMAIL = "Mozilla/5.0 (Windows NT 5.1; rv:11.0) Gecko Firefox/11.0 (via ggpht.com GoogleImageProxy)";
    private static final String YAHOO = "YahooMailProxy; https://help.yahoo.com/kb/yahoo-mail-proxy-SLN28749.html";
    private static final String GMAIL_PREFETCH = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/42.0.2311.135 Safari/537.36 Edge/12.246 Mozilla/5.0";
    private static final String APPLE_PROXY = "Mozilla/5.0";

    private final int percent;

    Habit(int percent) {
        this.percent = percent;
    }

    /** One request. */
    record Visit(Instant at, String method, String url, String userAgent, String address) {}

    /** The habit of a mailbox; the same address has the same one always. */
    static Habit of(String address) {
        int at = Math.floorMod(spread(address), 100);
        for (var habit : values()) {
            at -= habit.percent;
            if (at < 0) {
                return habit;
            }
        }
        return SILENT;
    }

    private static int spread(String address) {
        int hash = address.hashCode() * 0x9E3779B9;
        return (hash ^ hash >>> 15) & 0x7fffffff;
    }

    /** What happens to the mail after it arrived, in the order of time. */
    List<Visit> visits(CaughtMail mail, Instant arrived) {
        var random = new Random(spread(mail.to()));
        var visits = new ArrayList<Visit>();
        var home = "203.0.113." + (1 + random.nextInt(250));
        var read = arrived.plus(Duration.ofMinutes(12 + random.nextInt(14 * 60))).plusSeconds(random.nextInt(60));
        switch (this) {
            case SILENT -> { }
            case DESKTOP -> person(visits, mail, read, random.nextInt(3) == 0 ? THUNDERBIRD : OUTLOOK, CHROME, home, random);
            case WEBMAIL -> person(visits, mail, read, random.nextInt(4) == 0 ? YAHOO : GMAIL, random.nextBoolean() ? CHROME : PHONE, "198.51.100." + (1 + random.nextInt(250)), random);
            case APPLE -> open(visits, mail, arrived.plus(Duration.ofMinutes(3 + random.nextInt(240))), APPLE_PROXY, "198.51.100." + (1 + random.nextInt(250)));
            case PREFETCH -> open(visits, mail, arrived.plusSeconds(9), GMAIL_PREFETCH, "198.51.100.9");
            case GATEWAY -> burst(visits, mail, arrived.plusSeconds(20 + random.nextInt(40)), "192.0.2.25");
            case GATEWAY_THEN_PERSON -> {
                burst(visits, mail, arrived.plusSeconds(20 + random.nextInt(40)), "192.0.2.26");
                person(visits, mail, read, OUTLOOK, CHROME, home, random);
            }
            case LEAVES -> {
                open(visits, mail, read, OUTLOOK, home);
                if (!mail.unsubscribe().isEmpty()) {
                    visits.add(new Visit(read.plusSeconds(30), "GET", mail.unsubscribe(), CHROME, home));
                    visits.add(new Visit(read.plusSeconds(41), "POST", mail.unsubscribe(), CHROME, home));
                }
            }
        }
        return visits;
    }

    private static void person(List<Visit> visits, CaughtMail mail, Instant at, String mailProgram, String browser, String address, Random random) {
        open(visits, mail, at, mailProgram, address);
        if (!mail.links().isEmpty() && random.nextInt(100) < 42) {
            int first = random.nextInt(mail.links().size());
            visits.add(new Visit(at.plusSeconds(48), "GET", mail.links().get(first), browser, address));
            if (random.nextInt(3) == 0) {
                visits.add(new Visit(at.plusSeconds(140), "GET", mail.links().get((first + 1) % mail.links().size()), browser, address));
            }
        }
        if (random.nextInt(3) == 0) {
            open(visits, mail, at.plus(Duration.ofMinutes(70 + random.nextInt(500))), mailProgram, address);
        }
    }

    private static void open(List<Visit> visits, CaughtMail mail, Instant at, String userAgent, String address) {
        if (!mail.pixel().isEmpty()) {
            visits.add(new Visit(at, "GET", mail.pixel(), userAgent, address));
        }
    }

    /** Every link within a second, as a scanner does on arrival. */
    private static void burst(List<Visit> visits, CaughtMail mail, Instant at, String address) {
        for (int i = 0; i < mail.links().size(); i++) {
            visits.add(new Visit(at.plusMillis(110L * i), "GET", mail.links().get(i), CHROME, address));
        }
    }
}

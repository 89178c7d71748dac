package app.caravel.sandbox;

import java.time.Instant;
import java.util.List;

/**
 * A mail as the sandbox's server caught it.
 *
 * @param number its place in the order of arrival, from 0
 * @param caravelId the message's random id in hex
 * @param links tracked links in the HTML, in their order, the unsubscribe link left out
 * @param pixel the pixel's address, empty where it is untracked
 * @param unsubscribe the unsubscribe page, empty where there is none
 * @param source the whole mail as it came
 */
public record CaughtMail(int number, String caravelId, String to, String toName, String from, String subject, Instant date, String html,
        String text, List<String> links, String pixel, String unsubscribe, byte[] source) {}

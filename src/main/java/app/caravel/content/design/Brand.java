package app.caravel.content.design;

import java.util.Map;
import java.util.TreeMap;

/**
 * How a company's mails look; one for a workspace.
 *
 * @param logo a web address or a kept picture, empty for none
 * @param color of buttons and links, {@code #rrggbb}
 * @param textColor {@code #rrggbb}
 * @param font a family that mail programs have, with its stand-ins
 * @param address postal, one line; laws want it in bulk mail (CAN-SPAM 15 U.S.C. 7704(a)(5))
 * @param networks name of the network to the page there
 */
public record Brand(String company, String logo, String color, String textColor, String font, String address, String website, Map<String, String> networks) {

    public static final Brand PLAIN = new Brand("", "", "#1d4ed8", "#1f2328", "Arial, Helvetica, sans-serif", "", "", Map.of());

    public Brand {
        networks = java.util.Collections.unmodifiableMap(new TreeMap<>(networks));
    }
}

package app.caravel.content.design;

import java.util.List;
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

    /** Families that Windows, Macs and phones have, or have a like of; a mail cannot bring its own. */
    public static final List<String> FONTS = List.of("Arial, Helvetica, sans-serif", "Verdana, Geneva, sans-serif", "Tahoma, Geneva, sans-serif",
            "'Trebuchet MS', Helvetica, sans-serif", "Calibri, Carlito, Arial, sans-serif", "Georgia, 'Times New Roman', serif", "'Times New Roman', Times, serif");

    /** Networks that are asked for by name. */
    public static final List<String> NETWORKS = List.of("LinkedIn", "Facebook", "Instagram", "YouTube", "WhatsApp");

    public Brand {
        networks = java.util.Collections.unmodifiableMap(new TreeMap<>(networks));
    }

    public Brand withCompany(String other) {
        return new Brand(other, logo, color, textColor, font, address, website, networks);
    }

    public Brand withLogo(String other) {
        return new Brand(company, other, color, textColor, font, address, website, networks);
    }

    public Brand withColor(String other) {
        return new Brand(company, logo, other, textColor, font, address, website, networks);
    }

    public Brand withTextColor(String other) {
        return new Brand(company, logo, color, other, font, address, website, networks);
    }

    public Brand withFont(String other) {
        return new Brand(company, logo, color, textColor, other, address, website, networks);
    }

    public Brand withAddress(String other) {
        return new Brand(company, logo, color, textColor, font, other, website, networks);
    }

    public Brand withWebsite(String other) {
        return new Brand(company, logo, color, textColor, font, address, other, networks);
    }

    /** With the page at a network; an empty one takes it away. */
    public Brand withNetwork(String name, String page) {
        var all = new TreeMap<>(networks);
        if (page.isBlank()) {
            all.remove(name);
        } else {
            all.put(name, page);
        }
        return new Brand(company, logo, color, textColor, font, address, website, all);
    }
}

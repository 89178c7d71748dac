package app.caravel.content.advice;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import app.caravel.content.advice.Advice.Part;

/** Links and pictures as filters look at them. */
final class LinkTips implements Advising.Tip {

    private static final Set<String> SHORTENERS = Set.of("bit.ly", "tinyurl.com", "goo.gl", "t.co", "ow.ly", "is.gd", "buff.ly", "rebrand.ly", "cutt.ly", "shorturl.at", "t.ly", "rb.gy", "tiny.cc", "lnkd.in",
            "bl.ink", "s.id", "v.gd", "soo.gd", "dwz.cn", "t.cn", "suo.im", "url.cn", "u.nu", "clck.ru", "surl.li", "adf.ly");
    private static final Pattern SHOWN = Pattern.compile("(?i)^(?:https?://)?((?:[\\p{L}\\p{N}-]+\\.)+\\p{L}{2,})(?:[/?#:].*)?$");
    /** Fewer words than this beside a picture: it is the picture that speaks, and most programs do not show it at first. */
    private static final int WORDS_A_PICTURE = 20;

    @Override
    public List<Advice> of(Reading reading) {
        var found = new ArrayList<Advice>();
        for (var link : reading.page.select("a[href^=http]")) {
            var says = link.text().strip();
            var host = host(link.attr("href"));
            var shown = SHOWN.matcher(says);
            if (host != null && shown.matches() && !sameSite(host, shown.group(1)) && found.stream().noneMatch(each -> each.id().equals("link-other"))) {
                found.add(Advice.of("link-other", Part.BODY, "says", says, "host", host).at(says));
            }
            if (host != null && SHORTENERS.contains(host) && found.stream().noneMatch(each -> each.id().equals("link-shortened"))) {
                found.add(Advice.of("link-shortened", Part.BODY, "host", host).at(says.isEmpty() ? null : says));
            }
        }
        pictures(found, reading);
        return found;
    }

    private static void pictures(List<Advice> found, Reading reading) {
        var pictures = reading.page.select("img[src]").stream().filter(picture -> !picture.attr("width").equals("1") && !picture.attr("height").equals("1")).toList();
        int words = reading.length(reading.page.text());
        if (!pictures.isEmpty() && words < WORDS_A_PICTURE * Math.min(3, pictures.size())) {
            found.add(Advice.of("pictures-alone", Part.BODY, "n", pictures.size(), "words", words));
        }
        long silent = pictures.stream().filter(picture -> !picture.hasAttr("alt")).count();
        if (silent > 0) {
            found.add(Advice.of("pictures-silent", Part.BODY, "n", silent));
        }
    }

    private static @Nullable String host(String url) {
        try {
            var host = URI.create(url.replace(" ", "%20")).getHost();
            return host == null ? null : host.toLowerCase(Locale.ROOT).replaceFirst("^www\\.", "");
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** shop.lumitech.com for lumitech.com is no lie. */
    private static boolean sameSite(String host, String shown) {
        var plain = shown.toLowerCase(Locale.ROOT).replaceFirst("^www\\.", "");
        return host.equals(plain) || host.endsWith("." + plain) || plain.endsWith("." + host);
    }
}

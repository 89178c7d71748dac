package app.caravel.content.audit;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import app.caravel.content.CheckFinding;
import app.caravel.content.CheckFinding.Severity;
import app.caravel.content.Mend;

/**
 * What the links and pictures of a run lead to.
 *
 * @param slowest what the slowest link of those that lead where they should says, null where none does
 * @param took how long that was
 */
public record LinksSeen(List<CheckFinding> findings, Tally links, Tally pictures, @Nullable String slowest, Duration took) {

    public static final LinksSeen NONE = new LinksSeen(List.of(), Tally.NONE, Tally.NONE, null, Duration.ZERO);

    /**
     * How many there are of a sort.
     *
     * @param fine how many of them are as they should be
     * @param unknown how many nothing can be said of
     */
    public record Tally(int all, int fine, int unknown) {

        static final Tally NONE = new Tally(0, 0, 0);

        public boolean isAllFine() {
            return fine == all;
        }

        private Tally with(boolean isUnknown, boolean isFine) {
            return new Tally(all + 1, fine + (isFine ? 1 : 0), unknown + (isUnknown ? 1 : 0));
        }
    }

    /** A heavier picture is slow on a phone. */
    static final long HEAVY = 1_000_000;

    /** Pages that say in their title alone that there is nothing, or that the domain is for sale. */
    private static final Pattern NOTHING_THERE = Pattern.compile("(?iu)\\b404\\b|not found|page introuvable|seite nicht gefunden|nicht gefunden|no encontrada|não encontrada|страница не найдена|не найдена"
            + "|找不到|不存在|未找到|domain (?:is )?for sale|parked (?:free|domain)");

    public LinksSeen {
        findings = List.copyOf(findings);
    }

    /**
     * Asks for all of them, each once; takes up to a minute. Where nothing answers at all there is no network, and nothing is said to be bad.
     *
     * @param web gives an HTTP client its way out
     * @param done told how many have answered
     */
    public static LinksSeen at(List<References.Reference> references, UnaryOperator<HttpClient.Builder> web, IntConsumer done, BooleanSupplier cancelled) {
        var pages = new PageFetcher(web).fetch(references, done, cancelled);
        boolean network = pages.stream().anyMatch(page -> page.answer() == Page.Answer.ANSWERED);
        var findings = new ArrayList<CheckFinding>();
        var links = Tally.NONE;
        var pictures = Tally.NONE;
        var good = new ArrayList<Page>();
        for (var page : pages) {
            boolean unknown = isUnknown(page, network);
            var finding = unknown ? null : finding(page);
            if (finding != null) {
                findings.add(finding);
            }
            if (page.asked().picture()) {
                pictures = pictures.with(unknown, !unknown && finding == null);
            } else {
                links = links.with(unknown, !unknown && finding == null);
                if (page.isFine() && finding == null) {
                    good.add(page);
                }
            }
        }
        findings.sort(Comparator.comparing(CheckFinding::severity));
        int unknown = links.unknown() + pictures.unknown();
        if (unknown > 0) {
            findings.add(CheckFinding.aboutContent("links-unknown", "n", unknown).as(Severity.ADVICE).mendedBy(new Mend.Nothing()));
        }
        var slowest = good.stream().max(Comparator.comparing(Page::took));
        return new LinksSeen(findings, links, pictures, slowest.map(LinksSeen::says).orElse(null), slowest.map(Page::took).orElse(Duration.ZERO));
    }

    private static boolean isUnknown(Page page, boolean network) {
        return switch (page.answer()) {
            case ANSWERED -> page.isForPersons();
            case NO_HOST, NO_ANSWER -> !network;
            case CERTIFICATE -> false;
            case LATE, NOT_ASKED -> true;
        };
    }

    private static @Nullable CheckFinding finding(Page page) {
        return page.asked().picture() ? ofPicture(page) : ofLink(page);
    }

    private static @Nullable CheckFinding ofLink(Page page) {
        if (page.answer() != Page.Answer.ANSWERED) {
            return found(page, "link-" + page.answer().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }
        var title = page.title();
        if (page.status() == 404 || page.status() == 410 || page.isFine() && title != null && NOTHING_THERE.matcher(title).find()) {
            return found(page, "link-not-found");
        }
        if (!page.isFine()) {
            return found(page, "link-broken");
        }
        return isHome(page.end()) && !isHome(page.asked().url()) ? found(page, "link-home").as(Severity.ADVICE) : null;
    }

    private static @Nullable CheckFinding ofPicture(Page page) {
        if (!page.isFine()) {
            return found(page, page.status() == 404 || page.status() == 410 ? "picture-not-found" : "picture-broken");
        }
        if (!page.type().isEmpty() && !page.type().startsWith("image/") && !page.type().equals("application/octet-stream")) {
            return found(page, "picture-no-picture");
        }
        return page.bytes() > HEAVY ? found(page, "picture-heavy") : null;
    }

    private static boolean isHome(String url) {
        int path = url.indexOf('/', "https://".length());
        return path < 0 || url.substring(path).matches("/(?:index\\.\\w+)?");
    }

    private static CheckFinding found(Page page, String kind) {
        return CheckFinding.aboutContent(kind, "says", says(page), "url", References.shortened(page.asked().url()), "end", References.shortened(page.end()), "status", page.status(),
                "kilobytes", page.bytes() / 1000, "title", page.title() == null ? "" : page.title()).at(page.asked().picture() || page.asked().says().isEmpty() ? null : page.asked().says());
    }

    private static String says(Page page) {
        return References.shortened(page.asked().says().isEmpty() ? page.asked().url() : page.asked().says());
    }
}

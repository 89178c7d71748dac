package app.caravel.evidence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import app.caravel.protocol.RawEvent.Kind;
import app.caravel.texts.Texts;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ClassifierTest {

    private static final Instant SENT = Instant.parse("2026-11-24T08:00:00Z");
    private static final Instant LATER = SENT.plusSeconds(86_400);
    private static final String CHROME = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36";
    private static final String GMAIL = "Mozilla/5.0 (Windows NT 5.1; rv:11.0) Gecko Firefox/11.0 (via ggpht.com GoogleImageProxy)";
    private static final String OFFICE = "203.0.113.0/24";

    private static Sign open(long id, double secondsAfterSending, String userAgent) {
        return new Sign(id, Kind.OPEN, at(secondsAfterSending), null, "GET", userAgent, false, OFFICE);
    }

    private static Sign click(long id, double secondsAfterSending, int link, String network) {
        return new Sign(id, Kind.CLICK, at(secondsAfterSending), link, "GET", CHROME, false, network);
    }

    private static Instant at(double secondsAfterSending) {
        return SENT.plusMillis((long) (secondsAfterSending * 1_000));
    }

    private static String belief(Sign sign) {
        return beliefs(LATER, sign).getFirst();
    }

    private static List<String> beliefs(Instant now, Sign... signs) {
        return beliefs(SENT, now, List.of(signs));
    }

    private static List<String> beliefs(@Nullable Instant sent, Instant now, List<Sign> signs) {
        var verdicts = Classifier.judge(sent, signs, now);
        assertEquals(signs.size(), verdicts.size());
        for (var verdict : verdicts.values()) {
            for (var language : Texts.Language.values()) {
                verdict.reasons().forEach(reason -> assertTrue(!Texts.in(language).get(reason).contains("{")));
            }
        }
        return signs.stream().map(sign -> requireNonNull(verdicts.get(sign.id())).belief().word()).toList();
    }

    @Test
    void aBrowserOrMailProgramIsAPerson() {
        assertEquals("person", belief(open(1, 3_600, CHROME)));
        assertEquals("person", belief(open(1, 3, "Microsoft Office/16.0 (Windows NT 10.0; Microsoft Outlook 16.0.6326; Pro)")));
        assertEquals("person", belief(click(1, 60, 1, OFFICE)));
    }

    @Test
    void aHeadAPrefetchAProgramAndWhoSaysNothingAreMachines() {
        assertEquals("machine", belief(new Sign(1, Kind.CLICK, LATER, 1, "HEAD", CHROME, false, OFFICE)));
        assertEquals("machine", belief(new Sign(1, Kind.OPEN, LATER, null, "GET", CHROME, true, OFFICE)));
        assertEquals("machine", belief(open(1, 3_600, "")));
        assertEquals("machine", belief(open(1, 3_600, "curl/8.5.0")));
        assertEquals("machine", belief(open(1, 3_600, "Mozilla/5.0 (compatible; BarracudaCentral/1.0)")));
        assertEquals("machine", belief(open(1, 3_600, "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) "
                + "Chrome/42.0.2311.135 Safari/537.36 Edge/12.246 Mozilla/5.0")));
    }

    @Test
    void aPictureProxyIsLikelyAPersonUnlessItComesOnTheMailsArrival() {
        assertEquals("likely", belief(open(1, 3_600, GMAIL)));
        assertEquals("proxy", belief(open(1, 4, GMAIL)));
        assertEquals("likely", belief(open(1, 600, "YahooMailProxy; https://help.yahoo.com/kb/yahoo-mail-proxy-SLN28749.html")));
        assertEquals(List.of("likely"), beliefs(null, LATER, List.of(open(1, 4, GMAIL))));
    }

    @Test
    void whoFetchesReadOrNotIsAProxyAndNeverAPerson() {
        assertEquals("proxy", belief(open(1, 3_600, "Mozilla/5.0")));
        assertEquals("proxy", belief(open(1, 3_600, "YandexImageResizer")));
        assertEquals("proxy", belief(open(1, 3_600, "Shortwave Image Fetcher")));
    }

    @Test
    void threeLinksWithinTwoSecondsFromOneSourceAreAMachineTheFirstOneToo() {
        assertEquals(List.of("machine", "machine", "machine"),
                beliefs(LATER, click(1, 40, 1, OFFICE), click(2, 40.9, 2, OFFICE), click(3, 42, 3, OFFICE)));
        assertEquals(List.of("person", "person", "person"),
                beliefs(LATER, click(1, 40, 1, OFFICE), click(2, 41, 2, OFFICE), click(3, 42.1, 3, OFFICE)));
        assertEquals(List.of("person", "person", "person"),
                beliefs(LATER, click(1, 40, 1, OFFICE), click(2, 40.1, 1, OFFICE), click(3, 40.2, 2, OFFICE)), "two links, one of them twice");
        assertEquals(List.of("person", "person", "person"),
                beliefs(LATER, click(1, 40, 1, OFFICE), click(2, 40.1, 2, "198.51.100.0/24"), click(3, 40.2, 3, OFFICE)), "two sources");
    }

    @Test
    void whatABurstsSourceFetchesMeanwhileIsItsOwnAndWhatAPersonDoesLaterIsHis() {
        var unsubscribePage = new Sign(5, Kind.UNSUBSCRIBE_PAGE, at(41), null, "GET", CHROME, false, OFFICE);
        assertEquals(List.of("machine", "machine", "machine", "machine", "machine", "person", "person"),
                beliefs(LATER, open(1, 39, CHROME), click(2, 40, 1, OFFICE), click(3, 40.5, 2, OFFICE), click(4, 41, 3, OFFICE), unsubscribePage,
                        open(6, 900, CHROME), click(7, 960, 2, OFFICE)));
    }

    @Test
    void aClickIsPendingWhileABurstCouldStillComeAndAnOpeningIsNot() {
        assertEquals(List.of("pending", "person"), beliefs(at(54.9), click(1, 40, 1, OFFICE), open(2, 50, CHROME)));
        assertEquals(List.of("person"), beliefs(at(55), click(1, 40, 1, OFFICE)));
        assertEquals(List.of("machine", "machine", "machine"), beliefs(at(42), click(1, 40, 1, OFFICE), click(2, 40, 2, OFFICE), click(3, 40, 3, OFFICE)));
    }

    @Test
    void anUnsubscribeIsAPersonsWordWhateverProgramSendsIt() {
        assertEquals("person", belief(new Sign(1, Kind.UNSUBSCRIBE, at(5), null, "POST", "", false, OFFICE)));
    }

    @Test
    void theOrderInWhichEventsArriveChangesNothing() {
        var signs = new ArrayList<>(Stream.of(click(1, 40, 1, OFFICE), click(2, 40.9, 2, OFFICE), click(3, 41, 3, OFFICE), open(4, 39, CHROME),
                open(5, 500, GMAIL), click(6, 700, 1, OFFICE)).toList());
        var expected = Classifier.judge(SENT, signs, LATER);
        var random = new Random(1);
        for (int i = 0; i < 50; i++) {
            Collections.shuffle(signs, random);
            assertEquals(expected, Classifier.judge(SENT, signs, LATER));
        }
    }
}

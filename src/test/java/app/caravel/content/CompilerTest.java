package app.caravel.content;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import app.caravel.reason.Problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class CompilerTest {

    private static final Tracking TRACKED = new Tracking() {
        @Override
        public String click(int link, String destination) {
            return "https://t.example/c/" + link + "?" + destination;
        }

        @Override
        public String pixel() {
            return "https://t.example/o/1";
        }

        @Override
        public String unsubscribe() {
            return "https://t.example/u/1";
        }
    };

    private static final String PIXEL =
            "<img src=\"https://t.example/o/1\" width=\"1\" height=\"1\" alt=\"\" border=\"0\" style=\"width:1px;height:1px;border:0\">";

    private static CompiledContent compile(String html) {
        return Compiler.compile(new ContentSource("Hello", html, null));
    }

    private static String html(String html, Map<String, Object> values) {
        return compile(html).render(values, TRACKED).html();
    }

    private static String plain(String html, Map<String, Object> values) {
        return compile(html).render(values, Tracking.none()).html();
    }

    @Test
    void onlyHrefsAndThePixelDifferFromTheSource() {
        assertEquals(
                "<P>Hi<A  HREF='https://t.example/c/0?https://x.example/?a=1&amp;b=2' >x</A>&nbsp;\r\n</P>" + PIXEL + "</BODY>\r\n",
                html("<P>Hi<A  HREF='https://x.example/?a=1&amp;b=2' >x</A>&nbsp;\r\n</P></BODY>\r\n", Map.of()));
    }

    @Test
    void thePixelGoesToTheEndWhereNoBodyIsClosed() {
        assertEquals("<b>x" + PIXEL, html("<b>x", Map.of()));
    }

    @Test
    void withoutTrackingTheMailIsTheSource() {
        var source = "<body><a href=\"https://x.example/?a=1&b=2\">x</a> <a href=' https://y.example '>y</a></body>";
        assertEquals(source, plain(source, Map.of()));
    }

    @Test
    void mailtoTelAnchorsAndUnsubscribeAreNotTracked() {
        var content = compile("<a href='mailto:a@b.example'>m</a><a href='tel:+49'>t</a><a href='#x'>x</a><a href='{{ unsubscribe_url }}'>u</a><a href='/rel'>r</a>");
        assertEquals(List.of(), content.links());
        assertEquals(
                "<a href='mailto:a@b.example'>m</a><a href='tel:+49'>t</a><a href='#x'>x</a><a href='https://t.example/u/1'>u</a><a href='/rel'>r</a>" + PIXEL,
                content.render(Map.of(), TRACKED).html());
    }

    @Test
    void linksInOutlooksCommentsAreTracked() {
        var content = compile("<!--[if mso]><v:roundrect href=\"https://x.example/\"><a href=\"https://y.example/\">y</a><![endif]--><a href=\"https://z.example/\">z</a>");
        assertEquals(List.of("https://x.example/", "https://y.example/", "https://z.example/"), content.links().stream().map(Link::urlTemplate).toList());
        assertEquals(
                "<!--[if mso]><v:roundrect href=\"https://t.example/c/0?https://x.example/\"><a href=\"https://t.example/c/1?https://y.example/\">y</a>"
                        + "<![endif]--><a href=\"https://t.example/c/2?https://z.example/\">z</a>" + PIXEL,
                content.render(Map.of(), TRACKED).html());
    }

    @Test
    void aConditionBetweenTableRowsSurvives() {
        var source = "<table>\n{% if country == 'DE' %}<tr><td><a href='https://de.example/{{ sku }}'>{{ name }}</a></td></tr>\n{% else %}<tr><td>other</td></tr>{% endif %}\n</table>";
        assertEquals(
                "<table>\n<tr><td><a href='https://t.example/c/0?https://de.example/a%20b'>&lt;Anna&gt;</a></td></tr>\n\n</table>" + PIXEL,
                html(source, Map.of("country", "DE", "sku", "a b", "name", "<Anna>")));
        assertEquals("<table>\n<tr><td>other</td></tr>\n</table>", plain(source, Map.of("country", "FR")));
    }

    @Test
    void aDestinationMayHoldFieldsAndConditions() {
        var content = compile("<a href=\"https://x.example/{{ sku }}?c={{ company }}&amp;n={{ name | url_encode }}{% if vip %}&amp;vip=1{% endif %}\">x</a>");
        assertEquals(
                "<a href=\"https://t.example/c/0?https://x.example/a/b?c=M%c3%bcller%20%26%20S%c3%b6hne&amp;n=A+B&amp;vip=1\">x</a>" + PIXEL,
                content.render(Map.of("sku", "a/b", "company", "Müller & Söhne", "name", "A B", "vip", "yes"), TRACKED).html());
        assertEquals(Set.of("sku", "company", "name", "vip"), content.fields());
    }

    @Test
    void aDestinationMayBeAFieldAlone() {
        var content = compile("<a href=\"{{ shop }}\">x</a>");
        assertEquals("<a href=\"https://t.example/c/0?https://x.example/?a=1&amp;b=2\">x</a>" + PIXEL, content.render(Map.of("shop", "https://x.example/?a=1&b=2"), TRACKED).html());
        assertEquals("<a href=\"mailto:a@b.example\">x</a>" + PIXEL, content.render(Map.of("shop", "mailto:a@b.example"), TRACKED).html());
        var rendered = content.render(Map.of("shop", "https://"), TRACKED);
        assertEquals(Finding.Kind.BAD_DESTINATION, rendered.problems().getFirst().kind());
        assertEquals("<a href=\"https://\">x</a>" + PIXEL, rendered.html());
    }

    @Test
    void aLoopsLinksLeadWhereEachTurnSays() {
        var source = "{% for p in products %}<a href='https://x.example/?p={{ p }}'>{{ p }}</a>{% endfor %}";
        assertEquals(
                "<a href='https://t.example/c/0?https://x.example/?p=a%26b'>a&amp;b</a><a href='https://t.example/c/0?https://x.example/?p=c'>c</a>" + PIXEL,
                html(source, Map.of("products", List.of("a&b", "c"))));
        assertEquals(Set.of("products"), compile(source).fields());
    }

    @Test
    void valuesAreEscapedUnlessRaw() {
        assertEquals("&lt;b&gt;&quot;&amp;&#39; <b>\"&' &lt;b&gt;&quot;&amp;&#39;",
                plain("{{ x }} {{ x | raw }} {{ x | escape }}", Map.of("x", "<b>\"&'")));
        assertEquals("&lt;B&gt; <B>", plain("{{ x | upcase }} {{ x | upcase | raw }}", Map.of("x", "<b>")));
        var content = Compiler.compile(new ContentSource("{{ x }}", "", "{{ x }} {{ x | upcase }}"));
        var mail = content.render(Map.of("x", "<b>&"), TRACKED);
        assertEquals("<b>&", mail.subject());
        assertEquals("<b>& <B>&", mail.text());
    }

    @Test
    void aFallbackStandsInForWhatIsMissingOrBlank() {
        assertEquals("friend friend FRIEND", plain("{{ a | default: \"friend\" }} {{ b | default: 'friend' }} {{ b | default: 'friend' | upcase }}", Map.of("a", "  ")));
    }

    @Test
    void whatIsMissingIsFoundForEachRecipient() {
        var content = Compiler.compile(new ContentSource("{{ nme }}", "{{ company }} {{ company | upcase }} {{ city | default: 'x' }}{% if role %}{{ role }}{% endif %}", null));
        var values = new java.util.HashMap<String, Object>();
        values.put("company", null);
        assertEquals(
                List.of(new Finding(Finding.Kind.UNKNOWN_FIELD, "nme"), new Finding(Finding.Kind.EMPTY_FIELD, "company")),
                content.render(values, TRACKED).problems());
        assertEquals(Set.of("nme", "company", "city", "role"), content.fields());
    }

    @Test
    void fieldsMayHaveChineseNames() {
        assertEquals("ACME ACME 12", plain("{{ 公司 }} {% if 公司 == 'ACME' %}{{ 公司 | upcase }}{% endif %} {{ 客户编号 | append: '' }}", Map.of("公司", "ACME", "客户编号", "12")));
        assertEquals(Set.of("公司"), compile("{% if 公司 == '某某' %}{% endif %}").fields());
    }

    @Test
    void nothingInAValueReachesTheHeader() {
        var content = Compiler.compile(new ContentSource("Hi {{ name }}!", "{{ name }}", null));
        assertEquals("Hi Anna Bcc: x@y.example!", content.render(Map.of("name", "Anna\r\nBcc: x@y.example\0"), TRACKED).subject());
        assertEquals("Hi a b \ud83d\ude00\ufffd!", content.render(Map.of("name", "a\u2028\u0085b \ud83d\ude00\ud83d"), TRACKED).subject());
        assertFalse(content.render(Map.of("name", "A\0B"), TRACKED).html().contains("\0"));
    }

    @Test
    void aMistakeIsToldWithItsLine() {
        assertEquals("content.closing-missing{part=html, line=3, what=}}}", problem("a\nb\n{{ name\nc"));
        assertEquals("content.tag-not-closed{part=html, line=2, what=if}", problem("a\n{% if x %}b"));
        assertEquals("content.tag-not-opened{part=html, line=1, what=endfor}", problem("{% endfor %}"));
        assertEquals("content.unknown-tag{part=html, line=1, what=include}", problem("{% include 'x' %}"));
        assertEquals("content.unreadable-line{part=html, line=2, what={{ a b }}}", problem("\n{{ a b }}"));
        assertEquals("content.unreadable-line{part=html, line=3, what={% if a %}}", problem("\n{% if a %}\n{{ b c }}{% endif %}"));
        assertEquals("content.unreadable-line{part=html, line=1, what={{#each x}}}", problem("{{#each x}}"));
        assertEquals("content.unreadable-line{part=html, line=1, what={{}}}", problem("{{}}"));
    }

    private static String problem(String html) {
        var reason = assertThrows(Problem.class, () -> compile(html)).reason();
        return reason.key() + reason.arguments();
    }

    @Test
    @Timeout(20)
    void endlessLoopsAndGrowthEnd() {
        for (var endless : List.of(
                "{% for a in (1..2000000000) %}{% for b in (1..2000000000) %}x{% endfor %}{% endfor %}",
                "{% assign x = 'ab' %}{% for a in (1..100) %}{% assign x = x | append: x %}{% endfor %}{{ x }}",
                "{% assign x = 'aaaaaaaaaa' %}{% for a in (1..30) %}{% assign x = x | replace: 'a', x %}{% endfor %}{{ x }}",
                "{% for a in (1..100) %}{% capture x %}{{ x }}{{ x }}ab{% endcapture %}{% endfor %}{{ x }}",
                "{{ n | divided_by: 0 }}")) {
            var rendered = compile("<p>" + endless + "</p>").render(Map.of("n", 3), TRACKED);
            assertEquals("<p></p>" + PIXEL, rendered.html(), endless);
            assertEquals(Finding.Kind.NOT_RENDERED, rendered.problems().getFirst().kind());
        }
    }

    @Test
    void stateReachesTheTagsThatFollow() {
        assertEquals("<p>Hallo</p> Hallo x", plain("{% if de %}{% assign g = 'Hallo' %}{% endif %}<p>{{ g }}</p> {{ g }} x", Map.of("de", "1")));
        assertEquals(Set.of("de"), compile("{% if de %}{% assign g = 'Hallo' %}{% endif %}{{ g }}").fields());
    }

    @Test
    void rawPartsAndCommentsAreTakenAsSuch() {
        assertEquals("{{ x }} ", plain("{% raw %}{{ x }}{% endraw %} {% comment %}{{ y }{% endcomment %}", Map.of()));
    }

    @Test
    void bracesThatAreNoTagsInTheHtmlAreNoneInTheTextMadeOfIt() {
        var rendered = compile("<p>{% raw %}{{#each items}} {% if %}{% endraw %} &#123;{ x }} &#123;{{ name }}</p>").render(Map.of("name", "A"), TRACKED);
        assertEquals("{{#each items}} {% if %} {{ x }} {A\n", rendered.text());
    }

    @Test
    void dashesTakeTheBlanksAway() {
        assertEquals("a1b c", plain("a {{- x -}} b {% if x -%} c{% endif %}", Map.of("x", "1")));
    }

    @Test
    void theTextHasTheSameTrackedAddresses() {
        var content = compile("<h1>Hi {{ name }}</h1><p>See <a href='https://x.example/?a=1&amp;b=2'>our&nbsp;panel</a>.</p><ul><li>one</li><li>two</li></ul>");
        assertEquals("Hi {{ name }}\n\nSee our panel <https://x.example/?a=1&b=2>.\n\n- one\n- two\n", content.source().text());
        assertEquals("Hi <A>\n\nSee our panel <https://t.example/c/0?https://x.example/?a=1&b=2>.\n\n- one\n- two\n", content.render(Map.of("name", "<A>"), TRACKED).text());
        assertEquals(1, content.links().size());
    }

    @Test
    void aGivenTextsOwnAddressesAreLinksToo() {
        var content = Compiler.compile(new ContentSource("", "<a href='https://x.example/'>x</a>", "Look (https://x.example/) or https://y.example/a_(b), {{ unsubscribe_url }}."));
        assertEquals(List.of("https://x.example/", "https://y.example/a_(b)"), content.links().stream().map(Link::urlTemplate).toList());
        assertEquals("Look (https://t.example/c/0?https://x.example/) or https://t.example/c/1?https://y.example/a_(b), https://t.example/u/1.",
                content.render(Map.of(), TRACKED).text());
    }

    @Test
    void conditionsHoldInTheTextToo() {
        var source = "<table>{% if vip %}<tr><td>Dear {{ name }}</td></tr>{% else %}<tr><td>Hello</td></tr>{% endif %}</table><p{% if vip %} class='x'{% endif %}>end</p>";
        assertEquals("Dear A\n\nend\n", compile(source).render(Map.of("vip", "1", "name", "A"), TRACKED).text());
        assertEquals("Hello\n\nend\n", compile(source).render(Map.of(), TRACKED).text());
    }

    @Test
    void whatWasCompiledCompilesToTheSameAgain() {
        var content = compile("<a href='https://x.example/{{ a }}'>x</a> <a href='{{ b }}'>y</a>");
        var again = Compiler.compile(content.source());
        var values = Map.<String, Object>of("a", "1", "b", "https://z.example/");
        assertEquals(content.links(), again.links());
        assertEquals(content.render(values, TRACKED), again.render(values, TRACKED));
        assertTrue(content.render(values, TRACKED).text().contains("https://t.example/c/1?https://z.example/"));
    }

    @Test
    void unclosedAndOddHtmlKeepsEveryCharacter() {
        for (var odd : List.of("<p><b><i>x</b><a href=https://x.example", "<script>var a = '<a href=\"https://x.example/\">'</script>", "\ufeff<p>\ud83d\ude00</p>", "<a href='https://x.example/'", "<!-- <a href='https://x.example/'>", "<p>\ue000\ufdd0</p>", "", "<table><a href='x'></table>{ % { {")) {
            assertEquals(odd, plain(odd, Map.of()), odd);
        }
    }

    @Test
    @Timeout(30)
    void fiveMegabytesAreTakenInTheirStride() {
        var picture = "<img src=\"data:image/png;base64," + "A".repeat(5_000_000) + "\">";
        var source = "<p>{{ name }}</p>" + picture + "{% if name %}" + picture + "{% endif %}<a href='https://x.example/'>x</a>";
        var rendered = compile(source).render(Map.of("name", "A"), TRACKED);
        assertTrue(rendered.html().length() > 10_000_000);
        assertEquals(List.of(), rendered.problems());
    }

    @Test
    void manyThreadsRenderAtOnce() {
        var content = compile("{% if n == '3' %}three{% else %}{{ n | append: '!' }}{% endif %} {{ n }}");
        java.util.stream.IntStream.range(0, 2_000).parallel().forEach(n -> {
            @Nullable String expected = n == 3 ? "three 3" : n + "! " + n;
            assertEquals(expected, content.render(Map.of("n", String.valueOf(n)), Tracking.none()).html());
        });
    }
}

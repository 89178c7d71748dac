package app.caravel.content;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import app.caravel.texts.Texts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class FiltersTest {

    private static Map<String, Object> german(String field, Object value) {
        return Map.of("language", "de", "country", "DE", field, value);
    }

    private static Rendered render(String html, Map<String, Object> values) {
        return Compiler.compile(new ContentSource("x", html, "")).render(values, Tracking.none());
    }

    private static String written(String html, Map<String, Object> values) {
        var rendered = render(html, values);
        assertEquals(List.of(), rendered.problems());
        return rendered.html();
    }

    /** The same alone, where it is put together, and within a condition, where Liquid renders it. */
    private static void both(String expected, String tag, Map<String, Object> values) {
        assertEquals(expected, written(tag, values));
        assertEquals(expected, written("{% if true %}" + tag + "{% endif %}", values));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            de | DE | 18.03.2026 | 18. März 2026
            fr | FR | 18 mars 2026 | 18 mars 2026
            zh-CN | CN | 2026年3月18日 | 2026年3月18日
            ja | JP | 2026/03/18 | 2026年3月18日
            en | US | Mar 18, 2026 | March 18, 2026
            en | GB | 18 Mar 2026 | 18 March 2026
            th | TH | 18 มี.ค. 2026 | 18 มีนาคม ค.ศ. 2026""")
    void aDateIsWrittenAsItsReaderWritesIt(String language, String country, String usual, String longer) {
        Map<String, Object> values = Map.of("language", language, "country", country, "d", "2026-03-18");
        both(usual, "{{ d | local_date }}", values);
        both(longer, "{{ d | local_date: 'long' }}", values);
    }

    @Test
    void lineEndsOfAValueAreSeenWhereItIsAskedFor() {
        both("A &amp; B<br>C<br>D", "{{ a | newline_to_br }}", Map.of("a", "A & B\nC\r\nD"));
        assertEquals("A & B\nC", Compiler.compile(new ContentSource("x", "<p>x</p>", "{{ a | newline_to_br }}")).render(Map.of("a", "A & B\nC"), Tracking.none()).text());
    }

    @Test
    void anArabReaderReadsHisDigitsAndTheCalendarOfTrade() {
        Map<String, Object> values = Map.of("language", "ar", "country", "EG", "d", "2026-03-18", "p", "1234.5");
        both("١٨ مارس ٢٠٢٦", "{{ d | local_date: \"long\" }}", values);
        both("١٬٢٣٤٫٥", "{{ p | local_number }}", values);
        assertEquals("1\u066c234\u066b50", written("{{ p | money: 'SAR' }}", values).replaceAll("[^\\p{Nd}\u066b\u066c]", "").chars()
                .mapToObj(c -> Character.isDigit(c) ? String.valueOf(Character.digit(c, 10)) : Character.toString(c)).reduce("", String::concat));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-03-18", "2026/3/18", "2026.3.18", "20260318", "18.03.2026", "18. 3. 2026", "18/03/2026", "3/18/2026", "18-03-2026", "2026年3月18日", "２０２６/３/１８", "2026-03-18T23:30:00Z",
            "2026-03-18 09:15", "18 March 2026", "March 18, 2026", "Mar 18th, 2026", "18-Mar-2026", "18. März 2026", "18 mars 2026", "18 de marzo de 2026", "18 марта 2026", " 2026-03-18 ", "١٨.٠٣.٢٠٢٦"})
    void aDateIsUnderstoodHoweverItIsWritten(String date) {
        assertEquals("18.03.2026", written("{{ d | local_date }}", german("d", date)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "03/04/2026", "31.02.2026", "18.03.26", "2026-13-01", "0000-00-00", "99999999", "46099", "2026-03", "18.03.2026 or later", "<script>2026-03-18</script>", "2026-03-18\r\nBcc: x@y.example", "{{ x }}", "💡"})
    void whatIsNoSureDateStaysAsItIsWrittenAndIsNamed(String value) {
        for (var tag : List.of("{{ d | local_date }}", "{% if true %}{{ d | local_date }}{% endif %}")) {
            var rendered = render(tag, german("d", value));
            assertEquals(render("{{ d }}", german("d", value)).html(), rendered.html());
            assertEquals(List.of(new Finding(Finding.Kind.NO_DATE, "d")), rendered.problems());
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            de | DE | 1.234,50_$ | 1.234,5
            fr | FR | 1~234,50_$US | 1~234,5
            zh-CN | CN | US$1,234.50 | 1,234.5
            ja | JP | $1,234.50 | 1,234.5
            en | US | $1,234.50 | 1,234.5
            pt-BR | BR | US$_1.234,50 | 1.234,5""")
    void moneyAndNumbersAreWrittenAsTheirReaderWritesThem(String language, String country, String money, String number) {
        Map<String, Object> values = Map.of("language", language, "country", country, "p", "1234.5");
        both(money.replace('_', '\u00a0').replace('~', '\u202f'), "{{ p | money: \"USD\" }}", values);
        both(number.replace('~', '\u202f'), "{{ p | local_number }}", values);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1234.5", "1,234.50", "1.234,50", "1 234,50", "1'234.50", "1’234.5", "1234,5", "USD 1,234.50", "1234.5 usd", "$1,234.50", "US$ 1234.5", "１２３４.５", "١٢٣٤٫٥", "+1234.5", "1\u00a0234,50 $"})
    void anAmountIsUnderstoodHoweverItIsWritten(String amount) {
        assertEquals("1.234,50\u00a0$", written("{{ p | money: 'USD' }}", german("p", amount)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"on request", "1.234", "1,234", "12.34.56", "€ 5", "5 EUR", "1e999999999", "NaN", "0012", "5-6", "5 or 6", "USD", "--5", "1234567890123456789012345678901234567890", "0x10", "1,2,3", "𝟙 𝟚"})
    void whatIsNoSureAmountStaysAsItIsWrittenAndIsNamed(String value) {
        for (var tag : List.of("{{ p | money: 'USD' }}", "{% if true %}{{ p | money: 'USD' }}{% endif %}")) {
            var rendered = render(tag, german("p", value));
            assertEquals(value, rendered.html());
            assertEquals(List.of(new Finding(Finding.Kind.NO_NUMBER, "p")), rendered.problems());
        }
    }

    @Test
    void aUnitPriceKeepsTheDigitsThatWereWritten() {
        both("4,5835\u00a0$", "{{ p | money: 'USD' }}", german("p", "4.5835"));
        both("0,125\u00a0€", "{{ p | money: 'EUR' }}", german("p", "0.125"));
        both("1.234\u00a0¥", "{{ p | money: 'JPY' }}", german("p", "1234.00"));
        both("-5,00\u00a0$", "{{ p | money: 'USD' }}", german("p", "-5"));
    }

    @Test
    void anAmountBringsItsOwnCurrency() {
        both("4,58\u00a0€", "{{ p | money }}", german("p", "EUR 4.58"));
        assertEquals(List.of(new Finding(Finding.Kind.NO_SUCH_FORM, "money")), render("{{ p | money }}", german("p", "4.58")).problems());
    }

    @Test
    void whatIsCalculatedKeepsItsDigitsUnlessTheyAreTooMany() {
        assertEquals("9,166\u00a0$", written("{{ p | times: 2 | money: 'USD' }}", german("p", "4.583")));
        assertEquals("3,33\u00a0$", written("{{ p | divided_by: 3.0 | money: 'USD' }}", german("p", "10")));
    }

    @Test
    void aCurrencyOrFormThatThereIsNotIsNamedAndTheValueStays() {
        var money = render("{{ p | money: 'DOLLARS' }}", german("p", "5"));
        assertEquals("5", money.html());
        assertEquals(List.of(new Finding(Finding.Kind.NO_SUCH_FORM, "money: \"DOLLARS\"")), money.problems());
        assertEquals(List.of(new Finding(Finding.Kind.NO_SUCH_FORM, "local_date: \"lnog\"")), render("{{ d | local_date: 'lnog' }}", german("d", "2026-03-18")).problems());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Nordlicht Handel GmbH | Nordlicht Handel
            Nordlicht GmbH & Co. KG | Nordlicht
            NORDLICHT AG | NORDLICHT
            Shenzhen Bright Lighting Co., Ltd. | Shenzhen Bright Lighting
            Cedar Trading LLC | Cedar Trading
            Acme, Inc. | Acme
            Tiffany & Co. | Tiffany & Co.
            Wellness Spa | Wellness Spa
            Luce S.p.A. | Luce
            Lumière SARL | Lumière
            Luz S.A. de C.V. | Luz
            Işık San. ve Tic. Ltd. Şti. | Işık
            ООО «Свет» | Свет
            深圳市富光电有限公司 | 深圳市富光电
            株式会社山田 | 山田
            山田電気株式会社 | 山田電気
            النور للتجارة ذ.م.م | النور للتجارة
            GmbH | GmbH
            有限公司 | 有限公司
            The Lamp House | The Lamp House""")
    void aCompanyIsSpokenOfWithoutItsLegalForm(String company, String spoken) {
        assertEquals(spoken, written("{{ company | short_company | raw }}", Map.of("company", company)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            MARIA DE LA CRUZ | ES | Maria de la Cruz
            anna weber | DE | Anna Weber
            Jean DUPONT | FR | Jean Dupont
            O'NEIL MCDONALD | IE | O'Neil McDonald
            JP MORGAN | US | JP Morgan
            IŞIL YILMAZ | TR | Işıl Yılmaz
            İREM | TR | İrem
            Ludwig van Beethoven | DE | Ludwig van Beethoven
            王伟 | CN | 王伟
            山田太郎 | JP | 山田太郎
            أحمد | EG | أحمد
            АННА ИВАНОВА | RU | Анна Иванова""")
    void aNameInOneCaseIsWrittenAsNamesAre(String name, String country, String proper) {
        assertEquals(proper, written("{{ name | proper_case | raw }}", Map.of("name", name, "country", country)));
    }

    @Test
    void aStandInIsWrittenAsItIsGiven() {
        both("on request", "{{ p | default: \"on request\" | money: \"USD\" }}", german("x", "x"));
        both("on request", "{{ p | money: \"USD\" | default: \"on request\" }}", german("x", "x"));
        both("5,00\u00a0$", "{{ p | default: \"5\" | money: \"USD\" }}", german("p", " "));
        both("friend of LIGHT", "{{ name | default: 'friend of LIGHT' | proper_case }}", german("x", "x"));
        both("4,00\u00a0$", "{{ p | default: \"on request\" | money: \"USD\" }}", german("p", "4"));
    }

    @Test
    void aFieldWithoutAValueIsMissedAsEver() {
        for (var tag : List.of("{{ d | local_date }}", "{% if true %}{{ d | local_date }}{% endif %}")) {
            assertEquals(List.of(new Finding(Finding.Kind.UNKNOWN_FIELD, "d")), render(tag, german("x", "x")).problems());
        }
    }

    @Test
    void filtersWorkWhereverMergeFieldsStand() {
        var content = Compiler.compile(new ContentSource("For {{ company | short_company }}", "<a href='https://x.example/?d={{ d | local_date }}&c={{ company | short_company }}'>{{ p | money: 'EUR' }}</a>", "{{ d | local_date }}"));
        assertEquals(Set.of("company", "d", "p"), content.fields());
        var mail = content.render(Map.of("language", "de", "company", "Licht & Söhne GmbH", "d", "2026-03-18", "p", "3"), Tracking.none());
        assertEquals("For Licht & Söhne", mail.subject());
        assertEquals("<a href='https://x.example/?d=18.03.2026&amp;c=Licht%20%26%20S%c3%b6hne'>3,00\u00a0€</a>", mail.html());
        assertEquals("18.03.2026", mail.text());
    }

    @Test
    void aValueThatLooksLikeMarkupStaysEscaped() {
        assertEquals("&lt;b&gt;x&lt;/b&gt;", written("{{ company | short_company }}", Map.of("company", "<b>x</b> GmbH")));
    }

    @Test
    void anUnknownLanguageOrCountryIsReadAsEnglish() {
        for (var language : List.of("", "German", "xx-YY", "../../etc", "de-u-ca-buddhist-nu-thai-and-more-and-more", "\u0000")) {
            assertEquals("Mar 18, 2026", written("{{ d | local_date }}", Map.of("language", language, "country", "Mordor", "d", "2026-03-18")), language);
        }
        assertEquals("18 Mar 2026", written("{{ d | local_date }}", Map.of("country", "CH", "d", "2026-03-18")));
        assertEquals("18.03.2026", written("{{ d | local_date }}", Map.of("language", "de", "country", "CN", "d", "2026-03-18")));
    }

    @Test
    @Timeout(20)
    void hostileValuesAreNeitherSlowNorThrown() {
        var values = new HashMap<String, Object>();
        for (var each : List.of("9".repeat(100_000), " ".repeat(100_000) + "x", ", ".repeat(50_000) + "GmbH", "A".repeat(100_000), "1,".repeat(50_000), "\ud800", "\u202e", "Co. ".repeat(49))) {
            values.put("v", each);
            for (var filter : List.of("short_company", "proper_case", "local_date", "local_number", "money: 'USD'")) {
                assertTrue(render("{{ v | " + filter + " }}", values).html().length() <= each.length() + 10);
            }
        }
        for (int i = 0; i < 5_000; i++) {
            render("{{ v | local_date }}", Map.of("language", "x" + i, "country", "DE", "v", "2026-03-18"));
        }
    }

    @Test
    void theCheckNamesThePeopleAndAnExample() {
        var check = new Check(Compiler.compile(new ContentSource("x", "{{ d | local_date }}<a href='{{ unsubscribe_url | default: 'x' }}'>x</a>", null)), Tracking.none(), Set.of());
        check.add("a@x.example", german("d", "2026-03-18"));
        check.add("b@x.example", german("d", "soon"));
        check.add("c@x.example", german("d", "03/04/2026"));
        var found = check.findings().getFirst();
        assertEquals("no-date", found.kind());
        assertEquals(List.of("b@x.example", "c@x.example"), found.recipients());
        assertEquals("“d” is no sure date for 2 people, for example “soon”; it goes out as it is written.", Texts.in(Texts.Language.ENGLISH).get(found.text()));
        assertEquals("有 2 人的“d”看不出是哪天（例如“soon”），会照原样发出。", Texts.in(Texts.Language.CHINESE).get(found.text()));
    }
}

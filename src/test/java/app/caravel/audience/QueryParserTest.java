package app.caravel.audience;

import java.util.List;
import java.util.Optional;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

import app.caravel.audience.Condition.Act;
import app.caravel.audience.Condition.Part;
import app.caravel.audience.Condition.Suppressed.Why;
import app.caravel.audience.Parsed.Bad;
import app.caravel.audience.Parsed.Good;
import app.caravel.audience.Query.Term;
import app.caravel.audience.Span.Unit;
import app.caravel.contact.Stage;
import app.caravel.texts.Texts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

class QueryParserTest {

    private static Query query(String line) {
        return QueryParser.parse(line).get();
    }

    private static String wrong(String line) {
        return Texts.in(Texts.Language.ENGLISH).get(assertInstanceOf(Bad.class, QueryParser.parse(line), line).reason());
    }

    @Test
    void everyKeyIsRead() {
        var query = query("country:DE -opened:30d clicked:\"LED panel\" list:\"Fair 2026\" company:osram name:weber attribute.grade:B added:7d language:de "
                + "suppressed:yes mailed:90d domain:gmail.com stage:lapsed,none tag:VIP stray \"two words\"");
        assertEquals(List.of(
                new Term(false, new Condition.Country(List.of("DE"))),
                new Term(true, new Condition.Within(Act.OPENED, new Span(30, Unit.DAYS))),
                new Term(false, new Condition.ClickedLink(List.of("LED panel"))),
                new Term(false, new Condition.InList(List.of("Fair 2026"))),
                new Term(false, new Part(Part.Of.COMPANY, List.of("osram"))),
                new Term(false, new Part(Part.Of.NAME, List.of("weber"))),
                new Term(false, new Condition.Attribute("grade", List.of("B"))),
                new Term(false, new Condition.Within(Act.ADDED, new Span(7, Unit.DAYS))),
                new Term(false, new Condition.Language(List.of("de"))),
                new Term(false, new Condition.Suppressed(List.of(Why.YES))),
                new Term(false, new Condition.Within(Act.MAILED, new Span(90, Unit.DAYS))),
                new Term(false, new Condition.Domain(List.of("gmail.com"))),
                new Term(false, new Condition.InStage(List.of(Optional.of(Stage.LAPSED), Optional.empty()))),
                new Term(false, new Condition.Tagged(List.of("VIP"))),
                new Term(false, new Condition.Words("stray")),
                new Term(false, new Condition.Words("two words"))), query.terms());
    }

    @Test
    void severalValuesAndMarksOfAChineseKeyboardAreRead() {
        assertEquals("country:DE,AT -language:zh,none", query("Country:de,at -LANGUAGE:zh,None").text());
        assertEquals("list:\"广交会 2026\",老客户 -company:欧司朗", query("list：“广交会 2026”，老客户 －company：欧司朗").text());
        assertEquals("attribute.\"Customer grade\":A,B", query("attribute.\"Customer grade\":A,B").text());
        assertEquals("attribute.等级:\"a:b\"", query("attribute.等级:a:b").text());
        assertEquals("clicked:\"30d\" opened:\"5 % \"\"off\"\"\"", query("clicked:\"30d\" opened:\"5 % \"\"off\"\"\"").text());
        assertEquals(Query.EVERYBODY, query("  "));
    }

    @Test
    void whatIsWrongIsSaidWithItsColumn() {
        assertEquals("Column 12: there is no key “cuntry”. Keys are country, language, name, company, role, city, domain, list, stage, tag, added, mailed, opened, clicked, "
                + "suppressed, attribute.<header>; put quotes around words with a colon.", wrong("country:DE cuntry:DE"));
        assertEquals("Column 6: this quote is never closed.", wrong("list:\"Fair 2026"));
        assertEquals("Column 9: after opened comes a time such as 30d, 2w, 6m or 1y, not “30x”. Put quotes around a name.", wrong("-opened:30x"));
        assertEquals("Column 7: after added comes a time such as 30d, 2w, 6m or 1y, not “soon”. Put quotes around a name.", wrong("added:soon"));
        assertEquals("Column 11: opened takes one time alone.", wrong("opened:7d,30d"));
        assertEquals("Column 9: a value is missing here.", wrong("country:"));
        assertEquals("Column 12: a value is missing here.", wrong("country:DE, FR"));
        assertEquals("Column 9: “Germany” is no country code. Write two letters such as DE, or none.", wrong("country:Germany"));
        assertEquals("Column 1: the minus needs something right after it.", wrong("- weber"));
        assertEquals("Column 7: after stage comes prospect, new, active, lapsed, long_lapsed, seasonal or none, not “gone”.", wrong("stage:gone"));
        assertEquals("Column 12: after suppressed comes yes, no, unsubscribed, hard_bounce, complaint, manual, imported, own_domain, competitor or erased, not “maybe”.", wrong("suppressed:maybe"));
    }

    @Property(tries = 2_000)
    void anyLineIsReadOrRefusedAndNeverThrows(@ForAll String line) {
        switch (QueryParser.parse(line)) {
            case Good(var query) -> assertEquals(query, query(query.text()));
            case Bad(_, int column) -> assertEquals(true, column >= 1 && column <= line.length() + 1);
        }
    }

    @Property(tries = 2_000)
    void linesOfTheLanguagesOwnMarksAsWell(@ForAll("marks") String line) {
        anyLineIsReadOrRefusedAndNeverThrows(line);
    }

    @Property(tries = 2_000)
    void everyQueryIsWrittenSoThatItIsReadBack(@ForAll("queries") Query query) {
        assertEquals(new Good(query), QueryParser.parse(query.text()), query.text());
    }

    @Provide
    Arbitrary<String> marks() {
        return Arbitraries.of("\"", "“", "”", ":", "：", ",", "，", "-", " ", "country", "attribute.", "opened", "30d", "DE", "a", "list").list().ofMaxSize(12)
                .map(parts -> String.join("", parts));
    }

    @Provide
    Arbitrary<Query> queries() {
        var words = Arbitraries.oneOf(Arbitraries.strings().ofMinLength(1).ofMaxLength(12), Arbitraries.strings().withChars("ab 0dD-:\"“”，,.%_~'").ofMinLength(1).ofMaxLength(8),
                Arbitraries.of("30d", "none", "a:b", "-x", "\"")).filter(text -> !text.isBlank());
        var several = words.list().ofMinSize(1).ofMaxSize(3);
        var spans = Combinators.combine(Arbitraries.integers().between(1, 9_999), Arbitraries.of(Unit.class)).as(Span::new);
        Arbitrary<Condition> conditions = Arbitraries.oneOf(List.of(
                words.map(Condition.Words::new),
                Arbitraries.of("DE", "us", "").list().ofMinSize(1).ofMaxSize(3).map(Condition.Country::new),
                Arbitraries.of("de", "zh-Hant", "").list().ofMinSize(1).ofMaxSize(3).map(Condition.Language::new),
                Combinators.combine(Arbitraries.of(Part.Of.class), several).as(Part::new),
                Arbitraries.of("gmail.com", "münchen.de").list().ofMinSize(1).ofMaxSize(2).map(Condition.Domain::new),
                Combinators.combine(words, several).as(Condition.Attribute::new),
                several.map(Condition.InList::new),
                several.map(Condition.Tagged::new),
                Arbitraries.of(Stage.class).injectNull(0.2).map(Optional::ofNullable).list().ofMinSize(1).ofMaxSize(3).map(Condition.InStage::new),
                Arbitraries.of(Why.class).list().ofMinSize(1).ofMaxSize(3).map(Condition.Suppressed::new),
                Combinators.combine(Arbitraries.of(Act.class), spans).as(Condition.Within::new),
                Combinators.combine(Arbitraries.of(Act.MAILED, Act.OPENED), several).as(Condition.OfCampaign::new),
                several.map(Condition.ClickedLink::new)));
        return Combinators.combine(Arbitraries.of(true, false), conditions).as(Term::new).list().ofMaxSize(5).map(Query::new);
    }
}

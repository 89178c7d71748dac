package app.caravel.content;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;

import app.caravel.content.CheckFinding.Severity;
import app.caravel.reason.Problem;
import app.caravel.texts.Texts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

class CheckTest {

    private static List<CheckFinding> check(String subject, String html) {
        var check = new Check(Compiler.compile(new ContentSource(subject, html, null)), Tracking.none(), Set.of("role"));
        check.add("a@x.example", Map.of("name", "Anna", "company", ""));
        check.add("c@x.example", Map.of("name", "Carl"));
        check.add("b@x.example", Map.of("name", "Ben", "company", "ACME"));
        return check.findings();
    }

    @Test
    void aFineMailHasNoFinding() {
        assertEquals(List.of(), check("Hi", "{{ name }} <a href='{{ unsubscribe_url | default: 'x' }}'>x</a>"));
    }

    @Test
    void fieldsAreCountedWithThePeopleWhoLackThem() {
        var findings = check("{{ name }}", "{{ company }} {{ nme }} <a href='{{ unsubscribe_url | default: 'x' }}'>x</a>");
        assertEquals(List.of("empty-field", "unknown-field"), findings.stream().map(CheckFinding::kind).toList());
        assertEquals(List.of("a@x.example", "c@x.example"), findings.getFirst().recipients());
        assertEquals(3, findings.getLast().count());
        assertEquals("“nme” is no column of this list. 3 people would see a gap.", Texts.in(Texts.Language.ENGLISH).get(findings.getLast().text()));
        assertEquals("名单里没有“nme”这个变量，3 人会看到空白。换一个，或填备用词。", Texts.in(Texts.Language.CHINESE).get(findings.getLast().text()));
    }

    @Test
    void aFieldOfEveryContactIsNeverUnknown() {
        assertEquals(List.of("empty-field"), check("x", "{{ role }} {{ unsubscribe_url | default: 'x' }}").stream().map(CheckFinding::kind).toList());
    }

    @Test
    void linksSizeSubjectAndDroppedElementsAreLookedAt() {
        var kinds = check("{{ x | default: ' ' }}", "<script></script><a href='https://a b'>x</a>" + "x".repeat(110_000)).stream().map(CheckFinding::kind).toList();
        assertEquals(List.of("bad-destination", "no-subject", "too-large", "no-unsubscribe", "dropped-elements"), kinds);
    }

    @Test
    void whatWaitsToBeFilledInIsFound() {
        var unsubscribe = "<a href='{{ unsubscribe_url | default: 'x' }}'>x</a>";
        var one = check("[Product name] for {{ company | default: 'you' }}", unsubscribe).getFirst();
        assertEquals("[Product name] waits to be filled in.", Texts.in(Texts.Language.ENGLISH).get(one.text()));
        var more = check("[展会名] [quantity]", unsubscribe + "<p>[展会名] <b>Hall [hall]</b></p><a href='https://[website]/'>x</a><img alt='[a picture]' src=''>").stream().filter(each -> each.kind().equals("placeholder")).findFirst().orElseThrow();
        assertEquals("[展会名] and 4 more places wait to be filled in.", Texts.in(Texts.Language.ENGLISH).get(more.text()));
        assertEquals("[展会名] 等 5 处还没填。", Texts.in(Texts.Language.CHINESE).get(more.text()));
        assertEquals("[展会名]", more.where());
    }

    @Test
    void bracketsThatWaitForNobodyAreLetBe() {
        assertEquals(List.of(), check("[FOB] [1] [2026]", "<!--[if mso]>x<![endif]--><style>a[href] {}</style>{{ name }} [LED-60] [ ] <a href='{{ unsubscribe_url | default: \"[x]\" }}'>x</a>"));
    }

    @Test
    void whatDoesNotParseStops() {
        var problem = assertThrows(Problem.class, () -> check("x", "{{ a"));
        assertEquals(Severity.STOP, Check.unreadable(problem).severity());
        assertEquals("Line 1 cannot be read: a closing }} is missing.", Texts.in(Texts.Language.ENGLISH).get(Check.unreadable(problem).text()));
    }
}

package app.caravel.content.audit;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import app.caravel.content.CheckFinding;
import app.caravel.content.Mend;
import app.caravel.content.Rendered;
import app.caravel.content.wording.NameCase;
import app.caravel.content.wording.NameSign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;

class LooksTest {

    private static Look.Mail mail(String text, Map<String, Object> values) {
        return new Look.Mail("a@x.example", values, new Rendered("Subject", "", text, List.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Dear ,", "Dear,", "Hi ,", "Hello  !", "Dear Mr. ,", "Dear Ms,", "Sehr geehrter Herr ,", "Estimado ,", "尊敬的，", "您好 ，", "Dear null,", "Hi N/A,", "Уважаемый ,", "Dear Dear Anna,", "Dear Mr. Mr. Weber,", "Dear"})
    void aGreetingThatGreetsNobodyIsFound(String greeting) {
        assertEquals(greeting, SalutationLook.odd("LUMITECH\n\n" + greeting + "\nlast spring you took our panels."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Dear Anna,", "Hi Anna,", "Dear Mr. Weber,", "Dear Dr. Weber", "Hello,", "Hi there,", "Hello!", "Guten Tag,", "Guten Tag Herr Weber,", "您好，", "尊敬的王先生：", "Dear Sir or Madam,", "Dear friends of light,", "Bonjour,", "Здравствуйте!", "Chère Madame,"})
    void aGreetingThatGreetsSomebodyIsNot(String greeting) {
        assertNull(SalutationLook.odd("LUMITECH\n\n" + greeting + "\nlast spring you took our panels."));
    }

    @ParameterizedTest
    @CsvSource({"MUELLER,CAPITALS", "anna,LOWER_CASE", "Anna2,DIGITS", "sales@x.example,ADDRESS", "Cedar Trading LLC,COMPANY", "广州照明有限公司,COMPANY", "Purchasing Department,COMPANY", "N/A,PLACEHOLDER",
            "M??ller,BROKEN", "www.cedar.example,ADDRESS", "ИВАНОВА,CAPITALS"})
    void aNameThatLooksWrongIsFoundWithItsSign(String name, NameSign sign) {
        assertEquals(sign, NameSign.of(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Anna", "de Vries", "O'Neil", "JP", "A.J.", "王伟", "佐藤 健", "Jean-Luc", "Al Mansoori", "محمد", "Marco", "Costa", "Inga"})
    void aUsualNameHasNoSign(String name) {
        assertNull(NameSign.of(name));
    }

    @ParameterizedTest
    @CsvSource({"ANNA,Anna", "maria de la cruz,Maria de la Cruz", "JEAN-LUC O'NEIL,Jean-Luc O'Neil", "ŻANETA,Żaneta"})
    void aNameInOneCaseIsWrittenInTheUsualWay(String name, String usual) {
        assertEquals(usual, NameCase.usual(name));
    }

    @Test
    void onlyNamesThatTheMailUsesAreLookedAt() {
        var look = new NameLook(Set.of("company"));
        look.at(mail("", Map.of("first_name", "ANNA")));
        assertEquals(List.of(), look.findings());
        look = new NameLook(Set.of("first_name"));
        look.at(mail("", Map.of("first_name", "ANNA")));
        assertEquals(List.of("name-capitals"), look.findings().stream().map(CheckFinding::kind).toList());
        assertInstanceOf(Mend.Names.class, look.findings().getFirst().mend());
        assertEquals(List.of("a@x.example"), look.findings().getFirst().recipients());
    }

    @Test
    void aLineEndInAValueOfTheSubjectIsFound() {
        var look = new SubjectLook(Set.of("company"));
        look.at(mail("", Map.of("company", "ACME\r\nBcc: all@x.example")));
        assertEquals(List.of("header-line-break"), look.findings().stream().map(CheckFinding::kind).toList());
    }

    @Test
    void linksAndPicturesThatCannotLeadAnywhereAreFoundAndTheOthersAreCollectedOnce() {
        var html = """
                <a href="www.x.example/a">relative</a> <a href="file:///C:/a.pdf">file</a> <a href="C:\\a.pdf">disk</a> <a href="mailto:anna">mail</a> <a href="">empty</a> <a href="#top">anchor</a>
                <a href="https://x.example/a">one</a> <a href="https://x.example/a">again</a> <a href="https://x.example/?for=a%40x.example">his</a> <a href="tel:+86123">call</a>
                <img src="https://x.example/p.png" alt="A panel"> <img src="images/p.png"> <img src="cid:logo">""";
        var references = new References(html);
        references.at(new Look.Mail("a@x.example", Map.of("address", "a@x.example"), new Rendered("", html, "", List.of())));
        assertEquals(List.of("audit.link-relative", "audit.link-file", "audit.link-file", "audit.link-mail", "audit.link-empty", "audit.picture-file"),
                references.findings().stream().map(finding -> finding.text().key()).toList());
        assertEquals(List.of("https://x.example/a", "https://x.example/?for=a%40x.example", "https://x.example/p.png"), references.all().stream().map(References.Reference::url).toList());
        assertEquals(List.of(false, true, false), references.all().stream().map(References.Reference::own).toList());
    }
}

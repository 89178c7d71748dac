package app.caravel.content;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

class LanguagesTest {

    @Test
    void aReaderGetsHisVeryLanguageBeforeHisLanguageAsSuch() {
        assertEquals(Optional.of("pt-BR"), Languages.best(List.of("pt", "pt-BR", "es"), "pt-BR"));
        assertEquals(Optional.of("pt"), Languages.best(List.of("pt-BR", "pt", "es"), "pt-PT"));
        assertEquals(Optional.of("pt-BR"), Languages.best(List.of("pt-BR", "es"), "pt"));
        assertEquals(Optional.of("es"), Languages.best(List.of("ES"), "es_mx").map(Languages::tag));
    }

    @Test
    void aReaderOfAnotherLanguageOrOfNoneThatIsKnownGetsNone() {
        assertEquals(Optional.empty(), Languages.best(List.of("es", "ar"), "fr"));
        assertEquals(Optional.empty(), Languages.best(List.of("es", "ar"), null));
        assertEquals(Optional.empty(), Languages.best(List.of("es", "ar"), "  "));
        assertEquals(Optional.empty(), Languages.best(List.of("es"), "no language"));
    }

    @Test
    void chineseInTheOtherScriptIsNotTakenForHis() {
        assertEquals(Optional.of("zh-CN"), Languages.best(List.of("zh-CN"), "zh"));
        assertEquals(Optional.of("zh-CN"), Languages.best(List.of("zh-TW", "zh-CN"), "zh-SG"));
        assertEquals(Optional.empty(), Languages.best(List.of("zh-CN"), "zh-TW"));
        assertEquals(Optional.of("zh-TW"), Languages.best(List.of("zh-CN", "zh-TW"), "zh-HK"));
    }

    @Test
    void anHtmlSaysItsLanguageOrNone() {
        assertEquals("pt-BR", Languages.of("<!doctype html>\n<html lang=\"pt-br\" dir=\"ltr\"><body>Olá</body></html>"));
        assertEquals("ar", Languages.of("<HTML dir='rtl' LANG=ar>"));
        assertNull(Languages.of("<p>Hello</p>"));
    }
}

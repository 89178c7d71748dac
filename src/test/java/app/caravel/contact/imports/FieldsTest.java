package app.caravel.contact.imports;

import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import app.caravel.contact.CountryLanguages;
import app.caravel.contact.Phones;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

class FieldsTest {

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {
        "Germany,DE", "德国,DE", "Deutschland,DE", "Allemagne,DE", "DE,DE", "deu,DE", "U.S.A.,US", "United States,US", "美国,US", "UK,GB", "England,GB", "阿联酋,AE", "UAE,AE",
        "South Korea,KR", "한국,KR", "대한민국,KR", "日本,JP", "Việt Nam,VN", "Россия,RU", "Côte d'Ivoire,CI", "Cote d'Ivoire,CI", "Türkiye,TR", "中国台湾,TW", "Hong Kong,HK", "中国香港,HK",
        "Germany (DE),DE", "德国 Germany,DE", "US - United States,US", "The Netherlands,NL", "Brasil,BR", "España,ES", "Polska,PL", "UK/IE,-", "Europe,-", "台北,-"})
    void aCountryIsReadByItsNamesAndCodes(String written, @Nullable String code) {
        assertEquals(code, Countries.codeOf(written).orElse(null));
    }

    @Test
    void everyCountryIsReadInEnglishChineseAndItsOwnCode() {
        for (var code : Locale.getISOCountries()) {
            var country = Locale.of("", code);
            assertEquals(code, Countries.codeOf(code).orElse(null));
            assertEquals(code, Countries.codeOf(country.getDisplayCountry(Locale.ENGLISH)).orElse(null), code);
            assertEquals(code, Countries.codeOf(country.getDisplayCountry(Locale.SIMPLIFIED_CHINESE)).orElse(null), code);
        }
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {
        "+49 40 5550 1870,-,+494055501870", "0049 40 5550 1870,-,+494055501870", "040 5550 1870,DE,+494055501870", "040 5550 1870,-,-", "138 0013 8000,CN,+8613800138000",
        "8613800138000,CN,+8613800138000", "WhatsApp: +971 50 123 4567,AE,+971501234567", "+49 40 5550 1870 / +49 40 5550 1871,-,+494055501870", "(212) 555-2368,US,+12125552368",
        "1.38E+10,CN,-", "ask at desk,DE,-", "12,DE,-"})
    void aPhoneIsReadByItsCountry(String written, @Nullable String country, @Nullable String e164) {
        assertEquals(e164, Phones.read(written, country).e164());
    }

    @Test
    void aPhoneSqueezedByExcelIsMarkedAndNotGuessed() {
        assertTrue(Phones.read("1.38E+10", "CN").digitsLost());
        assertTrue(Phones.read("8,61380013E+12", "CN").digitsLost());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "a@x.example|a@x.example", "a@x.example;b@x.example|a@x.example b@x.example", "a@x.example，b@x.example|a@x.example b@x.example", "a@x.example ::: b@x.example|a@x.example b@x.example",
        "a@x.example / b@x.example|a@x.example b@x.example", "a@x.example、A@X.example|a@x.example", "Anna <a@x.example>, Bo <b@x.example>|a@x.example b@x.example", "<a@x.example>|a@x.example",
        "mailto:a@x.example?subject=hi|a@x.example", "E-mail: a@x.example|a@x.example", "ａ＠ｘ．example|a@x.example", "a[at]x[dot]example|a@x.example", "a@x.example (private)|a@x.example", "a @ x.example|a@x.example",
        "a@x.example\u00a0|a@x.example", "o'brien@x.example|o'brien@x.example", "a b@x.example|''", "see a@x.example or call|''", "a@@x.example|''", "www.x.example|''", "none|''"})
    void addressesAreReadAsPeopleTypeThem(String cell, String expected) {
        assertEquals(expected.isEmpty() ? List.of() : List.of(expected.split(" ")), AddressCells.read(cell).addresses().stream().map(address -> address.written()).toList());
    }

    /** What is passed over beside an address is kept in the cell's own words. */
    @Test
    void aCellOfWhichNotAllIsReadSaysSo() {
        assertTrue(AddressCells.read("a@x.example;TYPE=work:b@x.example").repaired());
        assertTrue(AddressCells.read("a@x.example; Ben @ the fair").repaired());
        assertFalse(AddressCells.read("a@x.example; b@x.example").repaired());
    }

    @Test
    void theNameInFrontOfAnAddressIsKept() {
        assertEquals("Weber, Katrin", AddressCells.read("\"Weber, Katrin\" <k@x.example>").name());
        assertEquals("Katrin Weber", AddressCells.read("Katrin Weber <k@x.example>").name());
        assertNull(AddressCells.read("k@x.example <k@x.example>").name());
    }

    @Test
    void aLanguageIsGuessedFromTheCountryAndReadByItsName() {
        assertEquals("de", CountryLanguages.of("DE"));
        assertEquals("zh-CN", CountryLanguages.of("CN"));
        assertEquals("pt", CountryLanguages.of("BR"));
        assertEquals("ar", CountryLanguages.of("AE"));
        assertEquals("en", CountryLanguages.of("IN"));
        assertEquals("de", Languages.codeOf("German").orElse(null));
        assertEquals("es", Languages.codeOf("西班牙语").orElse(null));
        assertEquals("pt-BR", Languages.codeOf("pt_BR").orElse(null));
    }

    @Test
    void whatCannotBeSeenIsNothing() {
        assertTrue(Cells.isBlank(" \u00a0\u3000\u200b\ufeff\t"));
        assertEquals("a b", Cells.oneLine(" a\r\n\u200b b\u0000 "));
        assertEquals("+49405550187", Cells.oneLine("'+49405550187"));
        assertEquals("line\nline", Cells.kept("line\r\nline\u0007"));
    }
}

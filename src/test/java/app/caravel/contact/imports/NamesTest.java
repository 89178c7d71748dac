package app.caravel.contact.imports;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

class NamesTest {

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {
        "Katrin Weber,DE,Katrin,Weber",
        "Joost de Vries,NL,Joost,de Vries",
        "Rashid Al Mansoori,AE,Rashid,Al Mansoori",
        "Ludwig van der Rohe,DE,Ludwig,van der Rohe",
        "Gabriel José García Márquez,CO,Gabriel José,García Márquez",
        "'Weber, Katrin',-,Katrin,Weber",
        "'John Smith, MBA',-,John,Smith",
        "Nagy László,HU,László,Nagy",
        "Nguyễn Thị Lan,VN,Lan,Nguyễn",
        "王小明,-,小明,王",
        "欧阳明,CN,明,欧阳",
        "佐藤 健,JP,健,佐藤",
        "佐藤健,JP,-,-",
        "김민수,-,민수,김",
        "Wang Xiaoming,CN,Xiaoming,Wang",
        "Katrin,-,Katrin,-",
        "Nordlicht GmbH,-,-,-",
        "宁波明辉有限公司,-,-,-",
        "Anna2 Weber,DE,Anna2,Weber",
        "Sales02,-,-,-",
        "Room 12,-,-,-"})
    void aNameIsSplitWhereItCanBeTold(String full, @Nullable String country, @Nullable String first, @Nullable String last) {
        var names = Names.of(full, null, null, country);
        assertEquals(first, names.first());
        assertEquals(last, names.last());
    }

    @Test
    void partsAreComposedInTheOrderOfTheirScript() {
        assertEquals("Katrin Weber", Names.of(null, "Katrin", "Weber", null).full());
        assertEquals("王小明", Names.of(null, "小明", "王", null).full());
        assertEquals("佐藤 健", Names.of(null, "健", "佐藤", "JP").full());
        assertEquals("Nagy László", Names.of(null, "László", "Nagy", "HU").full());
        assertEquals("Weber", Names.of(null, null, "Weber", null).full());
        assertEquals("Katrin Weber", Names.of("Weber, Katrin", null, null, null).full());
    }

    @Test
    void anHonorificIsTakenFromTheNameAndGivesTheSalutation() {
        var weber = Names.of("Mrs. Katrin Weber", null, null, "DE");
        assertEquals("Katrin Weber", weber.full());
        assertEquals("Weber", weber.last());
        assertEquals("Dear Mrs. Weber", Honorifics.line("Mrs", weber.last(), null));
        var wang = Names.of("王经理", null, null, null);
        assertEquals("王经理", wang.full());
        assertEquals("王", wang.last());
        assertNull(wang.first());
        assertEquals("王经理您好", Honorifics.line(wang.honorific() == null ? "" : wang.honorific(), wang.last(), null));
        assertEquals("Sehr geehrte Frau Weber", Honorifics.line("Frau", "Weber", null));
        assertNull(Honorifics.line("Frau", null, null));
        assertNull(Honorifics.line("Mr", "王", null));
        assertNull(Honorifics.line("Purchasing manager", "Weber", null));
    }
}

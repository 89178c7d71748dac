package app.caravel.contact.imports;

import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

class GreetingsTest {

    private static @Nullable String greeting(Names names, @Nullable String country) {
        return names.honorific() == null ? null : Honorifics.line(names.honorific(), names.greeted(), country);
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", delimiter = ';', value = {
        // a title, and what stands behind the name
        "Ms Katrin Weber / Purchasing;-;Katrin;Weber;Dear Ms. Weber",
        "Ms. Katrin Weber, Purchasing Manager;-;Katrin;Weber;Dear Ms. Weber",
        "Katrin Weber, Purchasing Manager;-;Katrin;Weber;-",
        "Katrin Weber - Head of Purchasing;-;Katrin;Weber;-",
        "Ms Katrin Weber (Einkauf);DE;Katrin;Weber;Dear Ms. Weber",
        "Ms Katrin Weber Purchasing Manager;-;Katrin;Weber;Dear Ms. Weber",
        "Ms. Weber, Katrin;-;Katrin;Weber;Dear Ms. Weber",
        "Weber, Katrin (Ms.);-;Katrin;Weber;Dear Ms. Weber",
        "Weber, Frau Katrin;DE;Katrin;Weber;Sehr geehrte Frau Weber",
        "Mr. Tom Baker | Nordlicht GmbH;-;Tom;Baker;Dear Mr. Baker",
        "Ms. Anna-Lena O'Neil;-;Anna-Lena;O'Neil;Dear Ms. O'Neil",
        "Attn: Ms. Katrin Weber;-;Katrin;Weber;Dear Ms. Weber",
        // degrees
        "Dr.-Ing. Klaus Müller;DE;Klaus;Müller;Dear Dr. Müller",
        "Prof. Dr. Eva Lang;DE;Eva;Lang;Dear Prof. Lang",
        "Prof.Dr. Eva Lang;DE;Eva;Lang;Dear Prof. Lang",
        "Herr Dr. Klaus Müller;DE;Klaus;Müller;Sehr geehrter Herr Dr. Müller",
        "Frau Prof. Dr. rer. nat. Lang;DE;-;Lang;Sehr geehrte Frau Prof. Lang",
        "Herr Dipl.-Ing. Klaus Müller;DE;Klaus;Müller;Sehr geehrter Herr Müller",
        "Dipl.-Ing. Klaus Müller;DE;Klaus;Müller;-",
        "Phil Collins;-;Phil;Collins;-",
        // languages
        "Sr. Juan Pérez;ES;Juan;Pérez;Estimado Sr. Pérez",
        "Sra. Ana López García;-;Ana;López García;Estimada Sra. López",
        "Sr. João Silva;BR;João;Silva;Prezado Sr. Silva",
        "Mme Claire Dubois;FR;Claire;Dubois;Madame Dubois",
        "M. Jean Dupont;FR;Jean;Dupont;Monsieur Dupont",
        "M. Jean Dupont;-;Jean;Dupont;Monsieur Dupont",
        "M. Weber;DE;M.;Weber;-",
        "Herr Klaus Müller;DE;Klaus;Müller;Sehr geehrter Herr Müller",
        "г-н Иванов;RU;-;Иванов;Уважаемый г-н Иванов",
        "г-жа Анна Иванова;RU;Анна;Иванова;Уважаемая г-жа Иванова",
        "Dhr. Jan van der Berg;NL;Jan;van der Berg;Geachte heer Van der Berg",
        "Sig.ra Anna Rossi;IT;Anna;Rossi;Gentile Sig.ra Rossi",
        "王经理;CN;-;王;王经理您好",
        "李小红女士;CN;小红;李;李女士您好",
        "佐藤 健 様;JP;健;佐藤;佐藤様",
        // capitals
        "WEBER Katrin;DE;Katrin;WEBER;-",
        "Ms WEBER Katrin;DE;Katrin;WEBER;Dear Ms. Weber",
        "Mr. SATO Ken;-;Ken;SATO;Dear Mr. Sato",
        "Mr. KIM Minsu;-;Minsu;KIM;Dear Mr. Kim",
        "Mr. JP Morgan;-;JP;Morgan;Dear Mr. Morgan",
        "Mr. van der BERG Jan;NL;Jan;van der BERG;Dear Mr. van der Berg",
        "Sr. GARCÍA MÁRQUEZ Gabriel;CO;Gabriel;GARCÍA MÁRQUEZ;Estimado Sr. García",
        "MS. KATRIN WEBER;-;KATRIN;WEBER;Dear Ms. Weber",
        "MR. JOHN MCDONALD;-;JOHN;MCDONALD;Dear Mr. McDonald",
        "MR. JOHN O'NEIL;-;JOHN;O'NEIL;Dear Mr. O'Neil",
        "MR. JAN VAN DER BERG;NL;JAN;VAN DER BERG;Dear Mr. van der Berg",
        "mr. john smith;-;john;smith;Dear Mr. Smith",
        // family first
        "Mr. Li Wei;CN;Wei;Li;Dear Mr. Li",
        "Ms. Ouyang Feng;CN;Feng;Ouyang;Dear Ms. Ouyang",
        "Mr. Wei Li;CN;Li;Wei;-",
        "Mr. Wang Xiaoming;-;Xiaoming;Wang;Dear Mr. Wang",
        "Mr. Xiaoming Wang;CN;Xiaoming;Wang;Dear Mr. Wang",
        "Mr. Lee Cooper;GB;Lee;Cooper;Dear Mr. Cooper",
        "Mr. Kim Minsu;KR;Minsu;Kim;Dear Mr. Kim",
        "Mr. Minsu Kim;KR;Minsu;Kim;Dear Mr. Kim",
        "Mr. Kim Minsu;-;Kim;Minsu;-",
        "Mr. Ken Sato;JP;Ken;Sato;Dear Mr. Sato",
        "Mr. Sato Ken;JP;Ken;Sato;Dear Mr. Sato",
        "Mr. Nagy László;HU;László;Nagy;Dear Mr. Nagy",
        "Mr. László Nagy;HU;László;Nagy;Dear Mr. Nagy",
        "Ms. Nguyễn Thị Lan;VN;Lan;Nguyễn;Dear Ms. Lan",
        "Mr. Nguyen Van An;VN;An;Nguyen;Dear Mr. An",
        "Mr. Park Ji-sung;-;Ji-sung;Park;Dear Mr. Park",
        "Ms Lim Siew Hoon;MY;Siew Hoon;Lim;Dear Ms. Lim",
        "Mr. Ahmad Faizal;MY;Ahmad;Faizal;-",
        "김민수 부장;KR;민수;김;-",
        "Lily Wang 王丽;CN;丽;王;-",
        "王芳 女士;CN;芳;王;王女士您好",
        "采购部 王芳;CN;芳;王;-",
        // surnames of several words
        "Sr. José Carlos Souza Filho;BR;José Carlos;Souza Filho;Prezado Sr. Souza Filho",
        "Mw. A. de Jong-van den Berg;NL;A.;de Jong-van den Berg;Geachte mevrouw De Jong-van den Berg",
        "MS DE LA CRUZ;PH;-;DE LA CRUZ;Dear Ms. de la Cruz",
        "Ms. Maria Sales;PT;Maria;-;-",
        "Pani Anna Kowalska;PL;Anna;Kowalska;-",
        "M Jean Dupont;FR;Jean;Dupont;Monsieur Dupont",
        "Mr. José Ortega y Gasset;ES;José;Ortega y Gasset;Dear Mr. Ortega y Gasset",
        "Ortega y Gasset;-;-;Ortega y Gasset;-",
        "Sr. Gabriel José García Márquez;CO;Gabriel José;García Márquez;Estimado Sr. García",
        "Sr. Juan Carlos Pérez;ES;Juan Carlos;Pérez;Estimado Sr. Pérez",
        "Sra. María del Carmen García López;ES;María del Carmen;García López;Estimada Sra. García",
        "Sr. Juan de la Cruz Pérez;MX;Juan;de la Cruz Pérez;Estimado Sr. de la Cruz",
        "Sra. Ana Maria da Silva Santos;BR;Ana Maria;Santos;Prezada Sra. Santos",
        "Ana Maria da Silva Santos;-;Ana Maria;Santos;-",
        "Mr. Rashid Al Mansoori;AE;Rashid;Al Mansoori;Dear Mr. Al Mansoori",
        "Mr. Ahmed al-Rashid;-;Ahmed;al-Rashid;Dear Mr. al-Rashid",
        "Mr. Abdul Rahman;-;-;Abdul Rahman;Dear Mr. Abdul Rahman",
        "Abdul Rahman;-;Abdul Rahman;-;-",
        "Mr. Abdul Rahman Khan;-;Abdul Rahman;Khan;Dear Mr. Khan",
        // no surname
        "Siti binti Ahmad;MY;Siti;-;-",
        "Ms. Siti binti Ahmad;MY;Siti;-;Dear Ms. Siti",
        "Mr. Ahmad bin Abdullah;-;Ahmad;-;Dear Mr. Ahmad",
        "Mr. Khalid bin Hamad Al Thani;QA;Khalid;Al Thani;Dear Mr. Al Thani",
        "Ramesh K.;IN;Ramesh;-;-",
        // patronymics
        "Иванов Иван Петрович;RU;Иван;Иванов;-",
        "Иван Петрович Иванов;-;Иван;Иванов;-",
        "Mr. Ivan Petrovich Ivanov;-;Ivan;Ivanov;Dear Mr. Ivanov",
        "Mr. Ivanov Ivan Petrovich;-;Ivan;Ivanov;Dear Mr. Ivanov",
        "Иванов Иван;RU;Иван;Иванов;-",
        "Константин Иванов;RU;Константин;Иванов;-"})
    void aPersonIsGreetedAsHisTitleAndHisPeoplesCustomSay(String full, @Nullable String country, @Nullable String first, @Nullable String last, @Nullable String greeting) {
        var names = Names.of(full, null, null, country);
        assertAll(full, () -> assertEquals(first, names.first()), () -> assertEquals(last, names.last()), () -> assertEquals(greeting, greeting(names, country)));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "Mr. & Mrs. Smith", "Mr. John and Mrs. Ann Smith", "Herr und Frau Weber", "Sr. y Sra. Pérez", "John & Ann Smith", "Familie Weber", "Ms Katrin Weber / Mr Tom Baker", "Katrin Weber / Anna Berg",
        "Sales", "Ms. Sales", "Ms. Purchasing", "Purchasing Department", "Purchasing Manager", "Head of Procurement", "Sales & Marketing", "Einkauf", "Compras", "采购部", "采购经理", "Отдел закупок", "Export Team", "Accounts Payable",
        "R&D", "Dear Sir", "夫妇", "営業部", "Nordlicht GmbH", "Ms. Nordlicht GmbH"})
    void twoPeopleADepartmentAndACompanyAreNotGreeted(String full) {
        var names = Names.of(full, null, null, null);
        assertAll(full, () -> assertNull(names.first()), () -> assertNull(names.last()), () -> assertNull(greeting(names, null)), () -> assertEquals(full, names.full()));
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", delimiter = ';', value = {
        "Katrin;Weber;DE;Frau;Sehr geehrte Frau Weber",
        "Katrin;WEBER;DE;Ms.;Dear Ms. Weber",
        "Katrin;Purchasing;-;Ms.;-",
        "Katrin;Weber / Purchasing;-;Ms.;Dear Ms. Weber",
        "Ana;García López;ES;Sra.;Estimada Sra. García",
        "Ana;da Silva Santos;BR;Sra.;Prezada Sra. Santos",
        "Siti;binti Ahmad;MY;Ms.;Dear Ms. Siti",
        "Thị Lan;Nguyễn;VN;Ms.;Dear Ms. Lan",
        "Jean;Dupont;FR;M.;Monsieur Dupont",
        "小明;王;CN;男;王先生您好",
        "John;Smith;US;Male;Dear Mr. Smith",
        "John;Smith;US;Mr./Mrs.;-",
        "John;S.;US;Mr.;-",
        "Ann;Smith & Sons;US;Ms.;-"})
    void aColumnOfTitlesGreetsTheNameOfItsRow(String first, String last, @Nullable String country, String title, @Nullable String greeting) {
        assertEquals(greeting, Honorifics.line(title, Names.of(null, first, last, country).greeted(), country));
    }

    @Test
    void whatIsCutOffTheNameDoesNotStayInIt() {
        var all = Stream.of("Ms Katrin Weber / Purchasing", "Katrin Weber, Purchasing Manager", "Weber, Katrin (Einkauf)", "Katrin Weber | Nordlicht GmbH", "Katrin Weber Purchasing Manager");
        all.forEach(full -> assertEquals("Katrin Weber", Names.of(full, null, null, null).full(), full));
        Stream.of("Katherine (Kate) Weber", "Robert \"Bob\" Smith", "Li Wei / 李伟", "王经理").forEach(full -> assertEquals(full, Names.of(full, null, null, null).full()));
    }
}

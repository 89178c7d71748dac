package app.caravel.contact.imports;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import app.caravel.contact.Contact;
import app.caravel.contact.Contacts;
import app.caravel.contact.Filter;
import app.caravel.contact.Lists;
import app.caravel.store.Database;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** A list of 60 people in each encoding that offices use comes in whole: every name and company as it was written. */
class EveryEncodingTest {

    private static final String SIMPLIFIED = "王小明 李晓娜 张伟强 刘海洋 陈静怡 杨一帆 赵文磊 黄志敏 周永杰 吴婷婷 徐国强 孙美丽 马超群 朱琳琳 胡建军|宁波灯具有限公司 上海光电材料 深圳市华强电子 义乌小商品进出口 广州东方贸易";
    private static final String TRADITIONAL = "陳怡君 林志豪 黃淑芬 張家豪 李淑惠 王雅婷 吳俊傑 劉美玲 蔡宗翰 楊雅雯 許志偉 鄭淑娟 謝佩珊 郭建宏 洪麗華|台北電子股份有限公司 高雄五金工業 新竹光電 臺中機械貿易";
    private static final String JAPANESE = "佐藤健 鈴木さくら 高橋ひろし 田中ゆみ 伊藤まこと 渡辺けんじ 山本あきら 中村なおこ 小林たけし 加藤めぐみ|株式会社ひかり電機 東京ライト商事 有限会社さくら ミドリ工業";
    private static final String KOREAN = "김민수 이지은 박서준 최유진 정현우 강수빈 조민호 윤서연 장동건 임하늘 한지민|한국조명 서울무역 대한전자 주식회사빛나";
    private static final String POLISH = "Paweł_Łukasik Małgorzata_Żółkiewska Zdzisław_Ćwik Grażyna_Święch Wojciech_Dąbrowski Jiří_Dvořák Květa_Čermáková Győző_Szűcs|Łódzkie_Światło Żarówka_Kraków Příbramské_závody Győri_Fény";
    private static final String RUSSIAN = "Иван_Петров Наталья_Смирнова Сергей_Кузнецов Ольга_Попова Дмитрий_Соколов Екатерина_Лебедева|Московский_Свет Уралэлектро Северная_Торговля";
    private static final String GERMAN = "Jürgen_Müller Käthe_Weiß Björn_Größer Sören_Strauß Günther_Böhm François_Lefèvre Íñigo_Núñez|Münchner_Leuchten Großhandel_Süd Électricité_de_Besançon Iluminación_Peñíscola";
    private static final String GREEK = "Γιώργος_Παπαδόπουλος Μαρία_Κωνσταντίνου Νίκος_Γεωργίου Ελένη_Δημητρίου|Αθηναϊκός_Φωτισμός Θεσσαλονίκη_Εμπορική";
    private static final String TURKISH = "Ayşe_Yıldırım Mehmet_Öztürk Gökhan_Çağlar İbrahim_Şahin Tuğba_Işık Ömer_Gündoğdu|İstanbul_Aydınlatma Çağdaş_Işık Güneş_Ticaret";
    private static final String HEBREW = "משה_כהן שרה_לוי דוד_מזרחי רחל_פרץ יוסף_ביטון|תאורה_ירושלים אור_חיפה חשמל_הצפון";
    private static final String ARABIC = "محمد_الحسن فاطمة_الزهراء خالد_العتيبي عائشة_المنصوري يوسف_الحداد|شركة_النور_للإضاءة مؤسسة_الخليج_التجارية الشرق_للكهرباء";

    @TempDir
    Path folder;

    static Stream<Arguments> lists() {
        var all = new ArrayList<Arguments>();
        for (var text : List.of(SIMPLIFIED, TRADITIONAL, JAPANESE, KOREAN, POLISH, RUSSIAN, GERMAN, GREEK, TURKISH, HEBREW, ARABIC)) {
            for (var name : List.of("UTF-8", "UTF-16LE", "UTF-16BE")) {
                all.add(Arguments.of(name, false, text));
                all.add(Arguments.of(name, true, text));
            }
        }
        all.addAll(List.of(Arguments.of("GB18030", false, SIMPLIFIED), Arguments.of("GBK", false, SIMPLIFIED), Arguments.of("GB18030", true, SIMPLIFIED), Arguments.of("Big5", false, TRADITIONAL),
                Arguments.of("windows-31j", false, JAPANESE), Arguments.of("Shift_JIS", false, JAPANESE), Arguments.of("EUC-KR", false, KOREAN), Arguments.of("windows-1250", false, POLISH),
                Arguments.of("ISO-8859-2", false, POLISH), Arguments.of("windows-1251", false, RUSSIAN), Arguments.of("ISO-8859-5", false, RUSSIAN), Arguments.of("windows-1252", false, GERMAN),
                Arguments.of("ISO-8859-1", false, GERMAN), Arguments.of("ISO-8859-15", false, GERMAN), Arguments.of("windows-1253", false, GREEK), Arguments.of("ISO-8859-7", false, GREEK),
                Arguments.of("windows-1254", false, TURKISH), Arguments.of("ISO-8859-9", false, TURKISH), Arguments.of("windows-1255", false, HEBREW), Arguments.of("ISO-8859-8", false, HEBREW),
                Arguments.of("windows-1256", false, ARABIC), Arguments.of("ISO-8859-6", false, ARABIC)));
        return all.stream();
    }

    @ParameterizedTest
    @MethodSource("lists")
    void sixtyOfSixtyComeInAsTheyWereWritten(String encoding, boolean mark, String words) throws Exception {
        var names = words.substring(0, words.indexOf('|')).split(" ");
        var companies = words.substring(words.indexOf('|') + 1).split(" ");
        var text = new StringBuilder("Name;Company;E-mail\r\n");
        var wanted = new ArrayList<String>();
        for (int i = 0; i < 60; i++) {
            var name = names[i % names.length].replace('_', ' ');
            var company = companies[i % companies.length].replace('_', ' ');
            text.append(name).append(';').append(company).append(";p").append(i).append("@x").append(i % companies.length).append(".example\r\n");
            wanted.add("p" + i + "@x" + i % companies.length + ".example|" + name + "|" + company);
        }
        var bytes = new ByteArrayOutputStream();
        bytes.write(((mark ? "\uFEFF" : "") + text).getBytes(Charset.forName(encoding)));
        var file = Files.write(folder.resolve("list.csv"), bytes.toByteArray());
        assertEquals(wanted.stream().sorted().toList(), imported(file));
    }

    @Test
    void namesOfThreeCharactersAloneAreEnough() throws Exception {
        var text = new StringBuilder("name,email\n");
        for (int i = 0; i < 60; i++) {
            text.append(SIMPLIFIED.substring(0, SIMPLIFIED.indexOf('|')).split(" ")[i % 15]).append(",p").append(i).append("@x.example\n");
        }
        var file = Files.write(folder.resolve("list.csv"), text.toString().getBytes(Charset.forName("GBK")));
        assertEquals("GB18030", Encodings.of(file).best().name());
    }

    private List<String> imported(Path file) {
        try (var database = Database.open(folder.resolve("caravel.db"))) {
            new Importer(database, new Lists(database, Clock.systemUTC()), Clock.systemUTC()).run(file, ImportOptions.NOTICED, "L", Progress.NONE);
            var found = new ArrayList<String>();
            new Contacts(database).forEach(Filter.EVERYONE, contact -> found.add(line(contact)));
            return found.stream().sorted().toList();
        }
    }

    private static String line(Contact contact) {
        return contact.address().canonical() + "|" + contact.name() + "|" + contact.company();
    }
}

package app.caravel.contact.imports;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

class EncodingsTest {

    private static final String CHINESE = "王小明 李娜 张伟 刘洋 陈静 杨帆 赵磊 黄敏 周杰 吴婷 徐强 孙丽 马超 朱琳 胡军 郭涛 林峰 何欣 高翔 罗兰";
    private static final String TRADITIONAL = "陳怡君 林志豪 黃淑芬 張家豪 李淑惠 王雅婷 吳俊傑 劉美玲 蔡宗翰 楊雅雯 許志偉 鄭淑娟 謝佩珊 郭建宏 洪麗華 曾國榮 邱俊宏 廖淑貞 賴建志 徐雅惠";
    private static final String JAPANESE = "佐藤健 鈴木さくら 高橋ひろし 田中ゆみ 伊藤まこと 渡辺けんじ 山本あきら 中村なおこ 小林たけし 加藤めぐみ";
    private static final String KOREAN = "김민수 이지은 박서준 최유진 정현우 강수빈 조민호 윤서연 장동건 임하늘 한지민 오세훈 서지혜 신동엽 권나라 황정민";
    private static final String GERMAN = "Jürgen Müller;Käthe Weiß;Björn Größer;Sören Strauß;Günther Böhm;Ägidius Süß";
    private static final String POLISH = "Paweł Łukasik;Małgorzata Żółkiewska;Zdzisław Ćwik;Grażyna Święch;Wojciech Dąbrowski;Łódź;Kraków";
    private static final String RUSSIAN = "Иван Петров;Наталья Смирнова;Сергей Кузнецов;Ольга Попова;Дмитрий Соколов;Москва;Санкт-Петербург";
    private static final String GREEK = "Γιώργος Παπαδόπουλος;Μαρία Κωνσταντίνου;Νίκος Γεωργίου;Ελένη Δημητρίου;Αθήνα;Θεσσαλονίκη";

    @TempDir
    Path folder;

    static Stream<Arguments> lists() {
        return Stream.of(
                Arguments.of("UTF-8", "UTF-8", CHINESE), Arguments.of("UTF-8", "UTF-8", GERMAN), Arguments.of("GB18030", "GB18030", CHINESE), Arguments.of("GB18030", "GBK", CHINESE),
                Arguments.of("Big5", "Big5", TRADITIONAL), Arguments.of("Shift_JIS", "windows-31j", JAPANESE), Arguments.of("EUC-KR", "x-windows-949", KOREAN),
                Arguments.of("windows-1252", "windows-1252", GERMAN), Arguments.of("windows-1251", "windows-1251", RUSSIAN), Arguments.of("windows-1250", "windows-1250", POLISH),
                Arguments.of("windows-1253", "windows-1253", GREEK), Arguments.of("UTF-16LE", "UTF-16LE", CHINESE), Arguments.of("UTF-16BE", "UTF-16BE", GERMAN));
    }

    private static String list(String names) {
        var text = new StringBuilder("name,email,no\r\n");
        int n = 0;
        for (int round = 0; round < 3; round++) {
            for (var name : names.split("[ ;]")) {
                text.append(name).append(",p").append(n++).append("@x.example,").append(n).append("\r\n");
            }
        }
        return text.toString();
    }

    @ParameterizedTest
    @MethodSource("lists")
    void aListOfNamesIsEnoughToTellItsEncoding(String expected, String written, String names) throws Exception {
        var file = Files.write(folder.resolve("list.csv"), list(names).getBytes(Charset.forName(written)));
        var guess = Encodings.of(file);
        assertEquals(expected, guess.best().name());
        assertEquals(3, guess.others().size());
        assertFalse(guess.others().contains(guess.best()));
        assertEquals(list(names), Files.readString(file, guess.best().charset()));
    }

    @Test
    void theMarkAtTheStartDecides() throws Exception {
        for (var name : new String[] {"UTF-8", "UTF-16LE", "UTF-16BE", "GB18030"}) {
            var file = Files.write(folder.resolve("list.csv"), ("\uFEFF" + list(CHINESE)).getBytes(Charset.forName(name)));
            assertEquals(name, Encodings.of(file).best().name());
            try (var reader = TextFile.reader(file, Encoding.named(name))) {
                assertEquals('n', reader.read(), name);
            }
        }
    }

    @Test
    void theWholeFileIsLookedAtNotItsBeginning() throws Exception {
        var file = folder.resolve("late.csv");
        var out = new ByteArrayOutputStream();
        for (int i = 0; i < 50_000; i++) {
            out.write(("plain" + i + "@x.example,nothing to see\n").getBytes(StandardCharsets.UTF_8));
        }
        out.write("王小明,w@x.example\n李娜,l@x.example\n宁波灯具有限公司,n@x.example\n".getBytes(Charset.forName("GB18030")));
        Files.write(file, out.toByteArray());
        assertEquals("GB18030", Encodings.of(file).best().name());
    }

    @Test
    void aFewDamagedBytesDoNotMakeUtf8SomethingElse() throws Exception {
        var bytes = list(CHINESE).getBytes("UTF-8");
        bytes[bytes.length / 2 | 1] = (byte) 0xFF;
        assertEquals("UTF-8", Encodings.of(Files.write(folder.resolve("damaged.csv"), bytes)).best().name());
        var cut = java.util.Arrays.copyOf("明,王".getBytes("UTF-8"), 6);
        assertEquals("UTF-8", Encodings.of(Files.write(folder.resolve("cut.csv"), cut)).best().name());
    }

    @Test
    void aHeaderAndThreeRowsInGbkAreTold() throws Exception {
        var text = "公司名称,联系人,邮箱,国家\r\n宁波明辉,王小明,wang@x.example,中国\r\n上海宏达,李娜,li@x.example,中国\r\n";
        assertEquals("GB18030", Encodings.of(Files.write(folder.resolve("few.csv"), text.getBytes("GBK"))).best().name());
        var names = "name,email\r\n欧阳明月,w@x.example\r\n";
        assertEquals("GB18030", Encodings.of(Files.write(folder.resolve("one.csv"), names.getBytes("GBK"))).best().name());
    }
}

package app.caravel.contact.imports;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Made-up people, as many as a page of a list.
 *
 * @param country as an office there writes it
 * @param code ISO code of the country
 */
record SixtyPeople(String first, String last, String name, String company, String address, String other, String city, String country, String code, String phone) {

    private static final List<String> WESTERN = List.of("Katrin Anna Joost Emma Sven Lucy Oliver Harriet", "Weber Brandt Meyer Hansen Carter Whitfield O'Neil Smith-Jones",
            "Nordlicht GmbH|Whitfield & Sons Ltd.|Harbour, Light and More Inc.|Northern \"Star\" LLC", "Hamburg|Germany|DE|+49 40 5550 1870");
    private static final List<String> GERMAN = List.of("Jürgen Käthe Björn Sören Günther Anneliese Heike Rüdiger", "Müller Weiß Größer Strauß Böhm von_der_Heide Schäfer Jäger",
            "Münchner Leuchten GmbH|Großhandel Süd AG|Böhm & Söhne KG|Küstenlicht e.K.", "Köln|Deutschland|DE|0221 5550187");
    private static final List<String> FRENCH = List.of("François Hélène Jean-Pierre Zoé André Maël Chloé René", "Lefèvre Dupont Bérenger de_Villiers Côté Grégoire Léger Besançon",
            "Électricité de Besançon|Lumière et Fils SARL|Société Générale d'Éclairage|Côté Lampe", "Besançon|France|FR|03 81 55 51 23");
    private static final List<String> SPANISH = List.of("José Íñigo María Begoña Ramón Sofía Andrés Inés", "García_Márquez Núñez_Peña López_Ibáñez Muñoz_Cañas Fernández_Gómez Ordóñez_Vela",
            "Iluminación Peñíscola S.L.|Faroles y Más S.A.|Compañía Ibérica de Luz|Muñoz Hermanos", "Peñíscola|España|ES|964 555 123");
    private static final List<String> PORTUGUESE = List.of("João Conceição Antônio Inês Luís Fátima Márcio Flávia", "da_Silva Araújo Gonçalves dos_Santos Magalhães Brandão Simões",
            "Iluminação São Paulo Ltda|Luz e Cia|Comércio Irmãos Araújo|Lâmpadas do Sertão", "São Paulo|Brasil|BR|+55 11 3555 0187");
    private static final List<String> RUSSIAN = List.of("Иван Наталья Сергей Ольга Дмитрий Екатерина Юрий Мария", "Петров Смирнова Кузнецов Попова Соколов Лебедева Щербаков",
            "Московский Свет|ООО Уралэлектро|Северная Торговля|ТД Восток", "Москва|Россия|RU|+7 495 555-01-87");
    private static final List<String> JAPANESE = List.of("健 さくら ひろし ゆみ 誠 けんじ 明 直子", "佐藤 鈴木 高橋 田中 伊藤 渡辺 山本 中村",
            "株式会社ひかり電機|東京ライト商事|有限会社さくら|ミドリ工業", "大阪市|日本|JP|06-6555-0187");
    private static final List<String> CHINESE = List.of("小明 晓娜 伟强 海洋 静怡 一帆 文磊 志敏 婷婷", "王 李 张 刘 陈 杨 欧阳",
            "宁波灯具有限公司|上海光电材料|深圳市华强电子|义乌小商品进出口", "宁波|中国|CN|+86 138 0013 8000");
    private static final List<String> TRADITIONAL = List.of("怡君 志豪 淑芬 家豪 淑惠 雅婷 俊傑 美玲 宗翰", "陳 林 黃 張 李 王 吳",
            "台北電子股份有限公司|高雄五金工業|新竹光電|臺中機械貿易", "台北|台灣|TW|+886 2 2555 0187");

    /** Sixty of a language; names and companies come in another rhythm each, so that hardly two are alike. */
    static List<SixtyPeople> of(String language) {
        var words = switch (language) {
            case "german" -> GERMAN;
            case "french" -> FRENCH;
            case "spanish" -> SPANISH;
            case "portuguese" -> PORTUGUESE;
            case "russian" -> RUSSIAN;
            case "japanese" -> JAPANESE;
            case "chinese" -> CHINESE;
            case "traditional" -> TRADITIONAL;
            default -> WESTERN;
        };
        return IntStream.range(0, 60).mapToObj(i -> person(words, i)).toList();
    }

    private static SixtyPeople person(List<String> words, int i) {
        var first = nth(words.get(0).split(" "), i);
        var last = nth(words.get(1).split(" "), i / 3).replace('_', ' ');
        var place = words.get(3).split("\\|");
        boolean together = words == CHINESE || words == TRADITIONAL;
        var name = together ? last + first : words == JAPANESE ? last + " " + first : first + " " + last;
        return new SixtyPeople(first, last, name, nth(words.get(2).split("\\|"), i / 2), "p" + i + "@firm" + i % 7 + ".example", "private" + i + "@home.example", place[0], place[1], place[2], place[3]);
    }

    private static String nth(String[] words, int i) {
        return words[i % words.length];
    }

    /** A text with the fields in braces filled in. */
    String in(String text) {
        return text.replace("{first}", first).replace("{last}", last).replace("{company}", company).replace("{address}", address).replace("{other}", other)
                .replace("{city}", city).replace("{country}", country).replace("{phone}", phone);
    }
}

package app.caravel.contact.imports;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import com.ibm.icu.util.ULocale;

/** Country names and codes to ISO 3166-1 alpha-2: the system's tables in some languages, the country's own, and what offices write. */
final class Countries {

    private static final List<Locale> LANGUAGES = List.of(
            Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE, Locale.TRADITIONAL_CHINESE, Locale.GERMAN, Locale.FRENCH, Locale.of("es"), Locale.of("pt"),
            Locale.of("it"), Locale.of("nl"), Locale.of("ru"), Locale.JAPANESE, Locale.KOREAN, Locale.of("pl"), Locale.of("tr"), Locale.of("ar"));

    private static final String OWN = """
            US: USA, U.S.A., U.S., United States of America, America, the States, 美国, 美國, 美利坚, Vereinigte Staaten von Amerika, EE.UU., EEUU, EUA
            GB: UK, U.K., Great Britain, Britain, England, Scotland, Wales, Northern Ireland, United Kingdom of Great Britain and Northern Ireland, 英国, 英國, 大不列颠, Großbritannien, Grossbritannien, Inglaterra, Angleterre, Reino Unido
            AE: UAE, U.A.E., Dubai, Abu Dhabi, Sharjah, Emirates, United Arab Emirates, 阿联酋, 迪拜, 阿拉伯联合酋长国, VAE
            KR: Korea, South Korea, Republic of Korea, Korea (South), Korea Republic of, Korea (Republic of), S. Korea, ROK, 韩国, 南韩, 大韩民国, 한국, Südkorea
            KP: North Korea, DPRK, 朝鲜
            CN: China, PRC, P.R. China, P.R.C., Mainland China, People's Republic of China, China (Mainland), 中国, 中国大陆, 中华人民共和国, 大陆
            HK: Hong Kong, Hongkong, HK, Hong Kong SAR, Hong Kong (China), 香港, 中国香港, 香港特别行政区
            MO: Macau, Macao, 澳门, 中国澳门, 澳門
            TW: Taiwan, Taiwan (China), Taiwan Province of China, Chinese Taipei, 台湾, 台灣, 中国台湾, 臺灣
            RU: Russia, Russian Federation, 俄罗斯, 俄国, 俄罗斯联邦, РФ
            CZ: Czech Republic, Czechia, Czech, 捷克, 捷克共和国
            NL: Holland, The Netherlands, Netherlands, 荷兰, Holanda
            VN: Viet Nam, Vietnam, 越南
            IR: Iran, Islamic Republic of Iran, Iran (Islamic Republic of), 伊朗
            SY: Syria, Syrian Arab Republic, 叙利亚
            LA: Laos, Lao PDR, 老挝
            TZ: Tanzania, United Republic of Tanzania, 坦桑尼亚
            CI: Ivory Coast, Cote d'Ivoire, Côte d'Ivoire, 科特迪瓦
            CD: DR Congo, DRC, Congo (DRC), Democratic Republic of the Congo, 刚果（金）, 刚果金
            CG: Congo, Republic of the Congo, 刚果（布）, 刚果布
            MK: Macedonia, North Macedonia, FYROM, 马其顿, 北马其顿
            TR: Turkey, Türkiye, Turkiye, 土耳其
            SA: KSA, Saudi, Saudi Arabia, Kingdom of Saudi Arabia, 沙特, 沙特阿拉伯, 沙地阿拉伯
            BO: Bolivia, Plurinational State of Bolivia, 玻利维亚
            VE: Venezuela, Bolivarian Republic of Venezuela, 委内瑞拉
            MD: Moldova, Republic of Moldova, 摩尔多瓦
            BN: Brunei, Brunei Darussalam, 文莱
            PS: Palestine, State of Palestine, 巴勒斯坦
            MM: Burma, Myanmar, 缅甸
            SZ: Swaziland, Eswatini, 斯威士兰
            CV: Cape Verde, Cabo Verde, 佛得角
            TL: East Timor, Timor-Leste, 东帝汶
            BA: Bosnia, Bosnia & Herzegovina, Bosnia and Herzegovina, 波黑, 波斯尼亚
            TT: Trinidad, Trinidad & Tobago, Trinidad and Tobago, 特立尼达和多巴哥
            NZ: New Zealand, 新西兰, 纽西兰
            AU: Australia, 澳大利亚, 澳洲
            DE: Germany, Deutschland, BRD, 德国, 德意志
            SG: Singapore, 新加坡, 星加坡
            MY: Malaysia, 马来西亚, 大马
            LK: Sri Lanka, 斯里兰卡
            KH: Cambodia, 柬埔寨
            PH: Philippines, The Philippines, 菲律宾
            IN: India, 印度, Bharat
            ID: Indonesia, 印尼, 印度尼西亚
            IT: Italy, 意大利
            CH: Switzerland, Swiss, 瑞士
            XK: Kosovo, 科索沃
            """;

    private static final Map<String, String> CODES = read();

    private Countries() {}

    /** The country that a text names, where it names exactly one. */
    static Optional<String> codeOf(String text) {
        var whole = CODES.get(normal(text));
        if (whole != null) {
            return Optional.of(whole);
        }
        // "Germany (DE)", "德国 Germany", "US - United States": the parts must agree
        var found = new HashSet<String>();
        for (var part : text.split("[()\\[\\]（）/,;|:：，；、]|\\s[-–]\\s|(?<=\\p{IsHan})\\s*(?=\\p{IsLatin})|(?<=\\p{IsLatin})\\s*(?=\\p{IsHan})")) {
            var code = part.isBlank() ? null : CODES.get(normal(part));
            if (code != null) {
                found.add(code);
            }
        }
        return found.size() == 1 ? Optional.of(found.iterator().next()) : Optional.empty();
    }

    private static Map<String, String> read() {
        var codes = new HashMap<String, String>();
        for (var line : OWN.lines().toList()) {
            for (var name : line.substring(3).split(",")) {
                codes.put(normal(name), line.substring(0, 2));
            }
        }
        for (var code : Locale.getISOCountries()) {
            var country = Locale.of("", code);
            codes.put(normal(code), code);
            codes.putIfAbsent(normal(country.getISO3Country()), code);
            LANGUAGES.forEach(language -> codes.putIfAbsent(normal(country.getDisplayCountry(language)), code));
            codes.putIfAbsent(normal(country.getDisplayCountry(ownLanguage(code))), code);
        }
        codes.remove("");
        return codes;
    }

    private static Locale ownLanguage(String code) {
        return ULocale.addLikelySubtags(new ULocale("und_" + code)).toLocale();
    }

    /** Without case, accents, spaces and points. */
    private static String normal(String name) {
        var letters = new StringBuilder(name.length());
        Normalizer.normalize(name, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT).codePoints().filter(Character::isLetterOrDigit).forEach(letters::appendCodePoint);
        var normal = letters.toString();
        return normal.startsWith("the") && normal.length() > 6 ? normal.substring(3) : normal;
    }
}

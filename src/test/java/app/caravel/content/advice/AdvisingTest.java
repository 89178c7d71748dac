package app.caravel.content.advice;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import app.caravel.content.Mend;
import app.caravel.content.advice.Letter.Readers;
import app.caravel.content.advice.Letter.Sender;
import app.caravel.texts.Texts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Each tip on what it is made for, and none on a good letter in any of the seven languages. */
class AdvisingTest {

    private static final Sender ANNA = new Sender("Anna Wang, Lumitech", "anna@lumitech.example");
    private static final Readers MANY = new Readers(300, 280);

    private record Good(String subject, String text) {}

    private static Good good(Tongue tongue) {
        try (var in = Objects.requireNonNull(AdvisingTest.class.getResourceAsStream("good-" + tongue.name().toLowerCase(java.util.Locale.ROOT) + ".txt"))) {
            var whole = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            int end = whole.indexOf('\n');
            return new Good(whole.substring(0, end), whole.substring(end).strip());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static List<String> ids(Letter letter) {
        return Advising.on(letter).stream().map(Advice::id).toList();
    }

    private static Letter plain(String subject, String text) {
        return new Letter(subject, "", text, true, true, ANNA, MANY);
    }

    private static Letter html(String html) {
        var good = good(Tongue.EN);
        return new Letter(good.subject(), html, good.text(), true, true, ANNA, MANY);
    }

    private static Advice only(Letter letter) {
        var all = Advising.on(letter);
        assertEquals(1, all.size(), all.toString());
        return all.getFirst();
    }

    private static boolean has(Letter letter, String id) {
        return ids(letter).contains(id);
    }

    @ParameterizedTest
    @EnumSource(Tongue.class)
    void aGoodLetterGetsNoAdvice(Tongue tongue) {
        var good = good(tongue);
        assertEquals(tongue, Tongue.of(good.subject() + "\n" + good.text()).orElseThrow());
        assertEquals(List.of(), Advising.on(plain(good.subject(), good.text())));
    }

    @ParameterizedTest
    @EnumSource(Tongue.class)
    void eachSubjectThatSaysNothingOrShoutsOrAdvertisesIsTold(Tongue tongue) {
        var good = good(tongue);
        var vague = Phrases.of(tongue).line("vague");
        assertEquals(List.of("subject-vague"), ids(plain(vague, good.text())));
        assertTrue(has(plain(good.subject() + "!", good.text()), "subject-marks"));
        var spam = Phrases.of(tongue).line("spam").replace("*", "");
        assertTrue(has(plain("60x60 " + spam, good.text()), "subject-spam"), spam);
        assertTrue(has(plain(good.subject() + " " + good.subject(), good.text()), "subject-long"));
        assertTrue(has(plain("Re: " + good.subject(), good.text()), "subject-pretends"));
    }

    @Test
    void capitalsInTheSubjectAreCalmedAndNamesOfThingsStay() {
        assertFalse(has(plain("LED panel IP65, CIF Jebel Ali", good(Tongue.EN).text()), "subject-capitals"));
        var loud = only(plain("NEW LED PANEL SERIES 60x60", good(Tongue.EN).text()));
        assertEquals("subject-capitals", loud.id());
        assertEquals(new Mend.Words("NEW LED PANEL SERIES 60x60", "NEW LED panel series 60x60"), loud.mend());
        assertEquals(new Mend.Words("Panels at last!!", "Panels at last"), only(plain("Panels at last!!", good(Tongue.EN).text())).mend());
        assertTrue(has(plain("НОВАЯ СЕРИЯ ПАНЕЛЕЙ", good(Tongue.RU).text()), "subject-capitals"));
    }

    @ParameterizedTest
    @CsvSource({"EN,Dear Sir or Madam", "EN,Dear Purchasing Manager", "DE,Sehr geehrte Damen und Herren", "FR,'Madame, Monsieur'", "ES,Estimados señores", "PT,Prezados senhores", "RU,Уважаемые дамы и господа",
        "ZH,尊敬的采购经理"})
    void aGreetingToNobodyIsToldAndAnotherProposed(Tongue tongue, String greeting) {
        var good = good(tongue);
        var text = greeting + (tongue == Tongue.ZH ? "：" : ",") + good.text().substring(good.text().indexOf('\n'));
        var told = only(plain(good.subject(), text));
        assertEquals("salutation-nobody", told.id());
        assertEquals(greeting, told.where());
        assertTrue(told.mend() instanceof Mend.Words words && words.proposed().contains("name"));
    }

    @ParameterizedTest
    @EnumSource(Tongue.class)
    void aLetterWithoutAGreetingIsTold(Tongue tongue) {
        var good = good(tongue);
        assertEquals(List.of("salutation-missing"), ids(plain(good.subject(), good.text().substring(good.text().indexOf('\n')).strip())));
    }

    private static String with(Tongue tongue, String sentence) {
        var text = good(tongue).text();
        int second = text.indexOf("\n\n", text.indexOf("\n\n") + 2);
        return text.substring(0, second) + "\n\n" + sentence + text.substring(second);
    }

    @ParameterizedTest
    @CsvSource({"EN,Please find attached the list for your kind attention.,tone-stiff", "DE,Hiermit teilen wir Ihnen mit: es gibt eine Liste.,tone-stiff", "FR,Veuillez trouver ci-joint la liste.,tone-stiff",
        "ES,Por la presente nos complace informarle de la lista.,tone-stiff", "PT,Vimos por meio desta enviar a lista.,tone-stiff", "RU,Настоящим доводим до вашего сведения цены.,tone-stiff", "ZH,兹附上价格表，敬请知悉。,tone-stiff",
        "EN,It is a revolutionary and cutting-edge panel.,tone-fancy", "DE,Das ist ein revolutionäres und innovatives Panel.,tone-fancy", "FR,C'est un panneau révolutionnaire et innovant.,tone-fancy",
        "ES,Es un panel revolucionario e innovador.,tone-fancy", "PT,É um painel revolucionário e inovador.,tone-fancy", "RU,Это революционная и уникальная панель.,tone-fancy", "ZH,这是颠覆性的、世界一流的面板灯。,tone-fancy",
        "EN,Please place your order today.,ending-hard", "DE,Wir hoffen auf eine langfristige Zusammenarbeit.,ending-hard", "FR,Devenez notre agent.,ending-hard", "ES,Haga su pedido hoy.,ending-hard",
        "PT,Faça seu pedido hoje.,ending-hard", "RU,Надеемся на долгосрочное сотрудничество.,ending-hard", "ZH,期待与您建立长期合作。,ending-hard",
        "EN,Act now: the lowest price is guaranteed!,spam", "DE,Gratis und garantiert: jetzt kaufen.,spam", "FR,Gratuit et garanti: cliquez ici.,spam", "ES,Gratis y garantizado: compre ahora.,spam",
        "PT,Grátis e garantido: compre agora.,spam", "RU,Бесплатно и гарантированно: только сегодня.,spam", "ZH,史上最低价，限时抢购，不要错过。,spam"})
    void wordsThatDriveReadersAwayAreToldInTheirLanguage(Tongue tongue, String sentence, String id) {
        assertEquals(List.of(id), ids(plain(good(tongue).subject(), with(tongue, sentence))));
    }

    @ParameterizedTest
    @EnumSource(Tongue.class)
    void aLongMailIsToldWithTheTimeThatItTakes(Tongue tongue) {
        var good = good(tongue);
        var middle = good.text().split("\n\n")[1];
        assertTrue(has(plain(good.subject(), with(tongue, (middle + "\n\n").repeat(24).strip())), "content-long"));
    }

    @ParameterizedTest
    @EnumSource(Tongue.class)
    void aSentenceWithoutEndIsTold(Tongue tongue) {
        var good = good(tongue);
        var endless = good.text().split("\n\n")[2].replaceAll("[.。](?= |$|[^\\d])", tongue == Tongue.ZH ? "，" : ",").repeat(3) + (tongue == Tongue.ZH ? "。" : ".");
        assertTrue(has(plain(good.subject(), with(tongue, endless)), "content-sentence"), endless);
    }

    @ParameterizedTest
    @CsvSource({"EN,We make panels. We have 40 people. Our factory is ours. We ship. We wait. We hope. We are glad. Our panels are good. We pack them.",
        "DE,Wir bauen Panels. Wir sind 40 Leute. Unsere Fabrik ist neu. Wir liefern. Wir packen. Wir warten. Wir hoffen. Wir prüfen. Unser Lager ist voll. Wir testen. Wir messen. Wir planen.",
        "FR,Nous faisons des panneaux. Nous sommes 40. Notre usine est neuve. Nous livrons. Nous attendons. Nous espérons. Notre stock est plein. Nous testons. Nous mesurons. Nous planifions. Nous restons. Notre plan tient. Nous tenons.",
        "RU,Мы делаем панели. Нас 40 человек. Наша фабрика новая. Мы отправляем. Мы ждём. Мы надеемся. Мы проверяем. Мы упаковываем. Мы меряем. Мы планируем.",
        "ZH,我们做面板灯。我们有四十人。我们的工厂是新的。我们发货快。我们检验。我们包装。我们等待。我们测试。我们测量。我们很努力。我们会更好。我们保证。"})
    void whoSpeaksOfHimselfAloneIsTold(Tongue tongue, String sentences) {
        assertTrue(has(plain(good(tongue).subject(), with(tongue, sentences)), "content-we"));
    }

    @Test
    void theSameWordsForEverybodyAreToldWhereNamesAreKnown() {
        var good = good(Tongue.EN);
        assertEquals(List.of("content-same"), ids(new Letter(good.subject(), "", good.text(), false, true, ANNA, MANY)));
        assertEquals(List.of(), ids(new Letter(good.subject(), "", good.text(), false, true, ANNA, new Readers(300, 20))));
        assertEquals(List.of(), ids(new Letter(good.subject(), "", good.text(), false, true, ANNA, new Readers(3, 3))));
    }

    @ParameterizedTest
    @EnumSource(Tongue.class)
    void anEndThatAsksForNothingOrForTooMuchIsTold(Tongue tongue) {
        var good = good(tongue);
        var paragraphs = good.text().split("\n\n");
        var asksNothing = good.text().replace(paragraphs[3], tongue == Tongue.ZH ? "灯光很柔和。" : "UGR 19.");
        assertTrue(has(plain(good.subject(), asksNothing), "ending-none"), asksNothing);
        var question = paragraphs[3].split("(?<=[?？])")[0];
        assertTrue(has(plain(good.subject(), good.text().replace(paragraphs[3], (question + "\n").repeat(3).strip())), "ending-many"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Sales", "Lumitech", "Lumitech Sales", "sales@lumitech.example", "Lumitech Co., Ltd.", "销售部", "Отдел продаж", "Vertrieb", "Equipe de vendas"})
    void aSenderWhoIsNoPersonIsTold(String name) {
        var good = good(Tongue.EN);
        var told = only(new Letter(good.subject(), "", good.text(), true, true, new Sender(name, "anna@lumitech.example"), MANY));
        assertEquals("sender-nobody", told.id());
        assertEquals(new Mend.Account(), told.mend());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Anna Wang", "Anna Wang, Lumitech", "Anna from Lumitech", "Anna Wang | Lumitech Sales", "王安娜", "Анна Ван (Lumitech)", "Anna"})
    void aPersonIsAGoodSender(String name) {
        var good = good(Tongue.EN);
        assertEquals(List.of(), ids(new Letter(good.subject(), "", good.text(), true, true, new Sender(name, "anna@lumitech.example"), MANY)));
        assertEquals(List.of("sender-no-answer"), ids(new Letter(good.subject(), "", good.text(), true, true, new Sender(name, "noreply@lumitech.example"), MANY)));
    }

    @Test
    void aLinkThatShowsAnotherAddressOrHidesItIsTold() {
        assertEquals("lumitech.example", only(html("<p><a href='https://www.lumitech.example/p'>www.other.example/p</a></p>")).what().arguments().get("host"));
        assertEquals(List.of(), ids(html("<p><a href='https://shop.lumitech.example/p'>www.lumitech.example</a> <a href='https://x.example'>Node.js panels</a></p>")));
        assertEquals("link-shortened", only(html("<p><a href='https://bit.ly/3x'>price list</a></p>")).id());
    }

    @Test
    void picturesThatTalkAloneOrSayNothingWhenBlockedAreTold() {
        assertEquals(List.of("pictures-alone"), ids(html("<p>Look</p><img src='a.png' alt='Panel'>")));
        assertEquals(List.of("pictures-silent"), ids(html("<p>" + "word ".repeat(60) + "</p><img src='a.png'><img src='p.gif' width='1' height='1'>")));
    }

    @Test
    void buttonsAreCountedAsThingsToDo() {
        var button = "<a href='https://x.example/%d' style='background:#2b5cd0;color:#fff'>See it</a>";
        assertEquals(List.of(), ids(html("<p>" + button.formatted(1) + button.formatted(2) + "</p>")));
        assertEquals(List.of("ending-many"), ids(html("<p>" + button.formatted(1) + button.formatted(2) + button.formatted(3) + "</p>")));
    }

    @Test
    void whatLawsAskForIsToldOnlyInMailToMany() {
        var good = good(Tongue.EN);
        var bare = good.text().substring(0, good.text().indexOf("Lumitech Co."));
        assertEquals(List.of("unsubscribe", "address"), ids(new Letter(good.subject(), "", bare, true, false, ANNA, MANY)));
        assertEquals(List.of(), ids(new Letter(good.subject(), "", bare, true, false, ANNA, new Readers(3, 3))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Musterstraße 12, 20095 Hamburg", "12 rue de la Paix, 75002 Paris", "Calle Mayor 5, 28013 Madrid", "Rua Augusta, 1500, São Paulo", "ул. Ленина, д. 5, Москва", "广州市天河区体育东路 116 号",
        "Room 1203, Building 5, Keji Industrial Park, Shenzhen", "221B Baker Street, London NW1 6XE", "500 Main St., Springfield, IL 62701", "P.O. Box 4410, Dubai"})
    void aPostalAddressIsKnownWhereverItIs(String address) {
        var good = good(Tongue.EN);
        var bare = good.text().substring(0, good.text().indexOf("Lumitech Co."));
        assertEquals(List.of(), ids(plain(good.subject(), bare + address)));
    }

    @Test
    void whatMailProgramsDropIsTold() {
        assertEquals("form, script", only(html("<form><p>x</p></form><script>1</script>")).what().arguments().get("elements"));
    }

    @Test
    void shoutingInTheMailIsTold() {
        assertEquals(List.of("capitals"), ids(plain(good(Tongue.EN).subject(), with(Tongue.EN, "THESE PANELS SHINE"))));
        assertEquals(List.of("marks"), ids(plain(good(Tongue.EN).subject(), with(Tongue.EN, "They shine!!"))));
    }

    @Test
    void theLineBehindTheSubjectSaysSomethingElse() {
        var good = good(Tongue.EN);
        assertEquals(List.of("preheader-same"), ids(new Letter(good.subject(), "<div style='display:none'>" + good.subject() + "</div><p>x</p>", good.text(), true, true, ANNA, MANY)));
        assertEquals(List.of("preheader-browser"), ids(plain(good.subject(), "View this email in your browser\n\n" + good.text())));
    }

    @Test
    void whatIsSwitchedOffIsNotSaid() {
        assertEquals(List.of(), Advising.on(plain("Hello", good(Tongue.EN).text()), Set.of("subject-vague")));
    }

    @Test
    void aLanguageThatIsNotKnownGetsAdviceOnWhatNeedsNoWords() {
        assertEquals(List.of(), ids(plain("パネル 60x60", "佐藤様\n\nいつもお世話になっております。新しいパネルは36Wです。サンプルをお送りしましょうか？\n\nLumitech, 18 Xinghua Road, Ningbo 315000")));
        assertTrue(Tongue.of("السيد أحمد، كيف حالك").isEmpty());
    }

    @Test
    void everyAdviceHasItsSentencesInBothLanguages() {
        var ids = new HashSet<>(List.of("arrival"));
        ids.addAll(List.of("subject-long", "subject-pretends", "subject-marks", "subject-capitals", "subject-spam", "subject-vague", "preheader-same", "preheader-browser", "salutation-nobody", "salutation-missing",
                "tone-stiff", "tone-fancy", "content-long", "content-sentence", "content-we", "content-same", "ending-many", "ending-none", "ending-hard", "sender-nobody", "sender-no-answer", "capitals", "marks", "spam",
                "link-other", "link-shortened", "pictures-alone", "pictures-silent", "unsubscribe", "address", "dropped"));
        for (var language : Texts.Language.values()) {
            for (var id : ids) {
                assertFalse(Texts.in(language).get(Advice.name(id)).isBlank());
                assertFalse(Texts.in(language).get("advice." + id + ".why", "named", 3).isBlank());
            }
        }
    }
}

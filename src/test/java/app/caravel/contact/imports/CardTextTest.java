package app.caravel.contact.imports;

import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

class CardTextTest {

    /** A text, and what it says. The country is the one named, or else the one guessed. */
    record Case(String what, String text, @Nullable String name, @Nullable String role, @Nullable String company, @Nullable String address, @Nullable String phone, @Nullable String country,
            @Nullable String city, @Nullable String site) {
        @Override
        public String toString() {
            return what;
        }
    }

    static Stream<Case> cards() {
        return Stream.of(
                new Case("a German signature", """
                        Mit freundlichen Grüßen

                        Katrin Weber
                        Leiterin Einkauf

                        Nordlicht Leuchten GmbH & Co. KG
                        Elbchaussee 10
                        22765 Hamburg

                        Tel.: +49 40 3197 0187
                        Fax: +49 40 3197 0199
                        Mobil: +49 171 2345678
                        E-Mail: k.weber@nordlicht-leuchten.de
                        www.nordlicht-leuchten.de
                        Geschäftsführer: Jan Petersen, HRB 12345 Amtsgericht Hamburg
                        """, "Katrin Weber", "Leiterin Einkauf", "Nordlicht Leuchten GmbH & Co. KG", "k.weber@nordlicht-leuchten.de", "+491712345678", "DE", "Hamburg", "www.nordlicht-leuchten.de"),
                new Case("an American signature on few lines", """
                        Best regards,
                        John A. Smith | Purchasing Manager
                        Bright Home Supply, Inc.
                        1200 Market Street, Philadelphia, PA 19107
                        O: (215) 555-2368 | M: +1 215 686 2222
                        jsmith@brighthome.com | www.brighthome.com
                        """, "John A. Smith", "Purchasing Manager", "Bright Home Supply, Inc.", "jsmith@brighthome.com", "+12156862222", "US", "Philadelphia", "www.brighthome.com"),
                new Case("a Chinese card with labels", """
                        姓 名：王丽
                        职位：采购经理
                        公司：深圳市光明照明有限公司
                        手 机：13812345678
                        电话：0755-26551234
                        邮箱：wangli@guangming-led.com.cn
                        网址：www.guangming-led.com.cn
                        地址：中国广东省深圳市南山区科技园南路8号
                        """, "王丽", "采购经理", "深圳市光明照明有限公司", "wangli@guangming-led.com.cn", "+8613812345678", "CN", "深圳", "www.guangming-led.com.cn"),
                new Case("a Chinese signature without labels", """
                        顺祝商祺！
                        李建国 总经理
                        宁波海天进出口有限公司
                        手机 13957412345
                        lijg@haitian-trade.cn
                        """, "李建国", "总经理", "宁波海天进出口有限公司", "lijg@haitian-trade.cn", "+8613957412345", "CN", null, "haitian-trade.cn"),
                new Case("an inquiry of a trade portal in one line", "Name: Mr. Ahmed Hassan Company: Gulf Bright Trading LLC Country: United Arab Emirates Tel: +971 4 555 1234 Email: ahmed@gulfbright.ae Product: LED panel 60x60 Quantity: 500",
                        "Mr. Ahmed Hassan", null, "Gulf Bright Trading LLC", "ahmed@gulfbright.ae", "+97145551234", "AE", null, "gulfbright.ae"),
                new Case("an inquiry line by line", """
                        Subject: Inquiry about LED panels
                        Contact person: Maria Lopez
                        Company Name: Iluminación del Sur S.A. de C.V.
                        Country/Region: Mexico
                        Business type: Importer
                        Mobile/WhatsApp: +52 55 1234 5678
                        E-mail: maria.lopez@ilsur.mx
                        """, "Maria Lopez", null, "Iluminación del Sur S.A. de C.V.", "maria.lopez@ilsur.mx", "+525512345678", "MX", null, "ilsur.mx"),
                new Case("a British one", """
                        Kind regards

                        Oliver Brown
                        Head of Procurement
                        Lumen & Sons Ltd
                        Unit 4, Kings Road, London SW1A 1AA
                        T +44 20 7946 0958
                        M +44 7400 123456
                        E oliver@lumensons.co.uk
                        W www.lumensons.co.uk
                        """, "Oliver Brown", "Head of Procurement", "Lumen & Sons Ltd", "oliver@lumensons.co.uk", "+447400123456", "GB", "London", "www.lumensons.co.uk"),
                new Case("a French one", """
                        Cordialement,
                        Pierre Martin
                        Directeur des achats
                        Lumière & Fils SARL
                        12 rue de la Paix, 75002 Paris, France
                        Tél. : +33 1 42 68 53 00
                        pierre.martin@lumierefils.fr
                        """, "Pierre Martin", "Directeur des achats", "Lumière & Fils SARL", "pierre.martin@lumierefils.fr", "+33142685300", "FR", "Paris", "lumierefils.fr"),
                new Case("a Japanese one", """
                        佐藤 健
                        営業部長
                        ヒカリ電材株式会社
                        TEL: 03-3224-5555
                        sato@hikari-denzai.co.jp
                        """, "佐藤 健", "営業部長", "ヒカリ電材株式会社", "sato@hikari-denzai.co.jp", "+81332245555", "JP", null, "hikari-denzai.co.jp"),
                new Case("a Russian one", """
                        С уважением,
                        Ольга Петрова
                        Менеджер по закупкам
                        ООО «Светлый Дом»
                        Тел.: +7 495 123-45-67
                        o.petrova@svetdom.ru
                        """, "Ольга Петрова", "Менеджер по закупкам", "ООО «Светлый Дом»", "o.petrova@svetdom.ru", "+74951234567", "RU", null, "svetdom.ru"),
                new Case("role beside the name, company by its domain", """
                        Anna Kowalska, Import Manager
                        Lampex Polska
                        anna@lampex.pl
                        +48 22 123 45 67
                        """, "Anna Kowalska", "Import Manager", "Lampex Polska", "anna@lampex.pl", "+48221234567", "PL", null, "lampex.pl"),
                new Case("a free mailbox says no company", """
                        Rashid Khan
                        rashid.khan@gmail.com
                        WhatsApp: +92 300 1234567
                        """, "Rashid Khan", null, null, "rashid.khan@gmail.com", "+923001234567", "PK", null, null),
                new Case("a vCard", """
                        BEGIN:VCARD
                        VERSION:3.0
                        N:Silva;Sofia;;;
                        FN:Sofia Silva
                        ORG:Luz Moderna Lda
                        TITLE:Compradora
                        TEL;TYPE=CELL:+351 912 345 678
                        EMAIL:sofia@luzmoderna.pt
                        URL:https://luzmoderna.pt
                        ADR;TYPE=WORK:;;Rua Nova 1;Lisboa;;1100-001;Portugal
                        END:VCARD
                        """, "Sofia Silva", "Compradora", "Luz Moderna Lda", "sofia@luzmoderna.pt", "+351912345678", "PT", "Lisboa", "https://luzmoderna.pt"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cards")
    void aPersonIsRead(Case expected) {
        var card = CardText.read(expected.text());
        assertAll(
                () -> assertEquals(expected.name(), card.name(), "name"),
                () -> assertEquals(expected.role(), card.role(), "role"),
                () -> assertEquals(expected.company(), card.company(), "company"),
                () -> assertEquals(expected.address(), card.addresses().isEmpty() ? null : card.addresses().getFirst().written(), "address"),
                () -> assertEquals(expected.phone(), card.phones().isEmpty() ? null : card.phones().getFirst(), "phone"),
                () -> assertEquals(expected.country(), card.country() == null ? card.guessedCountry() : card.country(), "country"),
                () -> assertEquals(expected.city(), card.city(), "city"),
                () -> assertEquals(expected.site(), card.site(), "site"));
    }

    @Test
    void aFaxIsNoPhoneAndStaysInTheRest() {
        var card = CardText.read("Katrin Weber\nFax: +49 40 3197 0199\nk@nordlicht.example");
        assertTrue(card.phones().isEmpty());
        assertTrue(card.rest().contains("Fax: +49 40 3197 0199"), card.rest()::toString);
    }

    @Test
    void whatCannotBePlacedIsKept() {
        var card = CardText.read("Katrin Weber\nWe met at the fair in hall 4, she wants samples\nk@nordlicht.example\n微信：katrin_w");
        assertEquals(List.of("微信: katrin_w", "We met at the fair in hall 4, she wants samples"), card.rest());
    }

    @Test
    void twoAddressesAreBothKept() {
        var card = CardText.read("Katrin Weber <k.weber@nordlicht.example>\nalso sales@nordlicht.example");
        assertEquals(2, card.addresses().size());
        assertEquals("Katrin Weber", card.name());
    }

    @Test
    void nothingIsMadeUp() {
        for (var text : List.of("", "   \n\n", "hello", "12345", "----", "Tel:", "Name:", ":::::", "\uFFFF\u0000", "BEGIN:VCARD")) {
            var card = CardText.read(text);
            assertNull(card.company(), text);
            assertNull(card.country(), text);
            assertTrue(card.addresses().isEmpty(), text);
        }
    }

    @Test
    void rowsAndPeopleAreToldApart() {
        assertEquals(Pasted.ROWS, Pasted.noticed("Name\tEmail\tCountry\nAnna\ta@x.example\tDE\nBen\tb@x.example\tFR"));
        assertEquals(Pasted.ROWS, Pasted.noticed("Anna Weber\ta@x.example"));
        assertEquals(Pasted.ROWS, Pasted.noticed("name,email\nAnna,a@x.example\nBen,b@x.example"));
        assertEquals(Pasted.ROWS, Pasted.noticed("a@x.example\nb@x.example\nc@x.example"));
        assertEquals(Pasted.ROWS, Pasted.noticed("BEGIN:VCARD\nFN:A\nEND:VCARD\nBEGIN:VCARD\nFN:B\nEND:VCARD"));
        cards().forEach(each -> assertEquals(Pasted.PERSON, Pasted.noticed(each.text()), each.what()));
        assertEquals(Pasted.PERSON, Pasted.noticed("Name: Anna\nEmail: a@x.example"));
    }
}

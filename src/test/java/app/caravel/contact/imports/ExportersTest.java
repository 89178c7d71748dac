package app.caravel.contact.imports;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.stream.Collectors;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import app.caravel.contact.Contact;
import app.caravel.contact.Contacts;
import app.caravel.contact.EmailAddress;
import app.caravel.contact.Lists;
import app.caravel.store.Database;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** The column names of real exporters, with made-up people. */
class ExportersTest {

    @TempDir
    Path folder;

    Database database;
    Importer importer;

    @BeforeEach
    void open() {
        database = Database.open(folder.resolve("caravel.db"));
        importer = new Importer(database, new Lists(database, Clock.systemUTC()), Clock.systemUTC());
    }

    @AfterEach
    void close() {
        database.close();
    }

    private Contact one(String text) throws Exception {
        return one(text, "UTF-8");
    }

    private Contact one(String text, String charset) throws Exception {
        var file = Files.write(folder.resolve("list.csv"), text.getBytes(charset));
        var result = importer.run(file, ImportOptions.NOTICED, "L", Progress.NONE);
        assertEquals(1, result.added(), String.valueOf(result.rejects()));
        return new Contacts(database).find(new EmailAddress("k.weber@nordlicht.example")).orElseThrow();
    }

    private static String of(Contact contact) {
        return Arrays.asList(contact.name(), contact.firstName(), contact.lastName(), contact.company(), contact.role(), contact.country(), contact.city(), contact.phone()).stream()
                .map(value -> value == null ? "-" : value).collect(Collectors.joining("|"));
    }

    private static final String KATRIN = "Katrin Weber|Katrin|Weber|Nordlicht GmbH|Buyer|DE|Hamburg|+494055501870";

    @Test
    void outlookInEnglish() throws Exception {
        var contact = one("First Name,Middle Name,Last Name,Title,Suffix,Company,Department,Job Title,Business Street,Business City,Business Country/Region,Business Phone,Mobile Phone,E-mail Address,E-mail 2 Address,E-mail 3 Address,Web Page,Notes,Categories\r\n"
                + "Katrin,,Weber,Ms.,,Nordlicht GmbH,Purchasing,Buyer,Am Kai 1,Hamburg,Germany,040 5550 1870,,k.weber@nordlicht.example,kw@home.example,,www.nordlicht.example,\"likes\nDALI\",Fair\r\n");
        assertEquals(KATRIN, of(contact));
        assertEquals("Dear Ms. Weber", contact.salutation());
        assertEquals("kw@home.example", contact.otherAddresses().getFirst().written());
        assertEquals("likes\nDALI", contact.attributes().get("Notes"));
    }

    @Test
    void outlookInGerman() throws Exception {
        var contact = one("Anrede;Vorname;Weitere Vornamen;Nachname;Suffix;Firma;Abteilung;Position;Straße geschäftlich;Ort geschäftlich;Land/Region geschäftlich;Telefon geschäftlich;Mobiltelefon;E-Mail-Adresse;E-Mail: Angezeigter Name;\"E-Mail 2: Adresse\";Webseite;Notizen\r\n"
                + "Frau;Katrin;;Weber;;Nordlicht GmbH;Einkauf;Buyer;Am Kai 1;Hamburg;Deutschland;040 5550 1870;;k.weber@nordlicht.example;Katrin Weber (k.weber@nordlicht.example);;;\r\n", "windows-1252");
        assertEquals(KATRIN, of(contact));
        assertEquals("Sehr geehrte Frau Weber", contact.salutation());
    }

    @Test
    void outlookInChinese() throws Exception {
        var contact = one("英文称谓,名,中间名,姓,中文称谓,单位,部门,职务,商务地址 街道,商务地址 市/县,商务地址 国家/地区,商务电话,移动电话,电子邮件地址,电子邮件类型,电子邮件显示名称,电子邮件 2 地址,网页,附注\r\n"
                + "Ms.,Katrin,,Weber,,Nordlicht GmbH,,Buyer,Am Kai 1,Hamburg,德国,040 5550 1870,,k.weber@nordlicht.example,SMTP,Katrin,,,老客户\r\n", "GB18030");
        assertEquals(KATRIN, of(contact));
        assertEquals("老客户", contact.attributes().get("附注"));
    }

    @Test
    void googleNewAndLegacy() throws Exception {
        assertEquals(KATRIN, of(one("First Name,Middle Name,Last Name,Nickname,File As,Organization Name,Organization Title,Organization Department,Labels,E-mail 1 - Label,E-mail 1 - Value,Phone 1 - Value,Address 1 - Country,Address 1 - City,Website 1 - Value\n"
                + "Katrin,,Weber,,,Nordlicht GmbH,Buyer,,* myContacts,* Work,k.weber@nordlicht.example ::: kw@home.example,+49 40 5550 1870 ::: +49 171 1234567,DE,Hamburg,\n")));
    }

    @Test
    void googleLegacy() throws Exception {
        assertEquals("Katrin Weber|Katrin|Weber|Nordlicht GmbH|Buyer|-|-|-", of(one("Name,Given Name,Additional Name,Family Name,Group Membership,E-mail 1 - Type,E-mail 1 - Value,Organization 1 - Name,Organization 1 - Title\n"
                + "Katrin Weber,Katrin,,Weber,* myContacts,* Work,k.weber@nordlicht.example,Nordlicht GmbH,Buyer\n")));
    }

    @Test
    void aTradePortalInChineseAsUtf16() throws Exception {
        assertEquals(KATRIN, of(one("\uFEFF公司名称*\t联系人\t邮箱\t电话/手机\t国家/地区\t城市\t职位\tHS编码\t客户来源\t备注\r\nNordlicht GmbH\tKatrin Weber\tk.weber@nordlicht.example\t0049 40 5550 1870\t德国\tHamburg\tBuyer\t940540\t展会\t\r\n", "UTF-16LE")));
    }

    @Test
    void aTradePortalInEnglish() throws Exception {
        assertEquals(KATRIN, of(one("Buyer,Contact Person,Email Address,Tel,Country/Region,City,Job Title,HS Code\nNordlicht GmbH,Katrin Weber,k.weber@nordlicht.example,+49 40 5550 1870,Germany,Hamburg,Buyer,940540\n")));
    }

    @Test
    void aListWithoutColumnNames() throws Exception {
        assertEquals("Katrin Weber|Katrin|Weber|Nordlicht GmbH|-|DE|-|+494055501870", of(one("Katrin Weber;Nordlicht GmbH;k.weber@nordlicht.example;Germany;040 5550 1870\n")));
    }

    @Test
    void whatExcelMadeOfAPhoneIsKeptAndMarked() throws Exception {
        var contact = one("邮箱,手机,国家\nk.weber@nordlicht.example,1.38E+10,中国\n");
        assertEquals(null, contact.phone());
        assertEquals("1.38E+10", contact.attributes().get("手机"));
        assertEquals("zh-CN", contact.language());
    }
}

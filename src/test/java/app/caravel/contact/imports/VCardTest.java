package app.caravel.contact.imports;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import app.caravel.contact.Contact;
import app.caravel.contact.Contacts;
import app.caravel.contact.EmailAddress;
import app.caravel.contact.Lists;
import app.caravel.reason.Problem;
import app.caravel.store.Database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class VCardTest {

    private static final Path CORPUS = Path.of("src/test/resources/app/caravel/contact/imports/corpus/vcards");

    @TempDir
    Path folder;

    private Database database;
    private Importer importer;

    @BeforeEach
    void open() {
        database = Database.open(folder.resolve("caravel.db"));
        importer = new Importer(database, new Lists(database, Clock.systemUTC()), Clock.systemUTC());
    }

    @AfterEach
    void close() {
        database.close();
    }

    private ImportResult take(byte[] bytes) throws Exception {
        return importer.run(Files.write(folder.resolve("cards.vcf"), bytes), ImportOptions.NOTICED, "L", Progress.NONE);
    }

    private ImportResult take(String text) throws Exception {
        return take(text.getBytes(StandardCharsets.UTF_8));
    }

    private Contact contact(String address) {
        return new Contacts(database).find(new EmailAddress(address)).orElseThrow();
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {
        "John_Doe_EVOLUTION.vcf, 1, 0, john.doe@ibm.com, 'Mr. John Richter, James Doe Sr.', IBM", "John_Doe_IPHONE.vcf, 1, 1, john.doe@ibm.com, Mr. John Richter James Doe Sr., IBM",
        "John_Doe_LOTUS_NOTES.vcf, 1, 0, john.doe@ibm.com, Mr. Doe John I Johny, IBM", "fullcontact.vcf, 1, 1, home@example.com, Prefix FirstName MiddleName LastName Suffix, Organization1",
        "gmail-list.vcf, 3, 0, chrisy55d@yahoo.com, Chris Beatle, -", "gmail-single.vcf, 1, 0, gdartmouth@hotmail.com, Greg Dartmouth, TheCompany",
        "outlook-2007.vcf, 1, 0, mike.angstadt@gmail.com, Mr. Michael Angstadt Jr., TheCompany", "rfc2426-example.vcf, 2, 0, howes@netscape.com, Tim Howes, Netscape Communications Corp.",
        "rfc2426-example.vcf, 2, 0, Frank_Dawson@Lotus.com, Frank Dawson, Lotus Development Corporation", "rfc6350-example.vcf, 1, 0, simon.perreault@viagenie.ca, Simon Perreault, Viagenie"})
    void theCardsOfRealProgramsComeInWhole(String file, int people, int blank, String one, String name, @Nullable String company) {
        var result = importer.run(CORPUS.resolve(file), ImportOptions.NOTICED, "L", Progress.NONE);
        assertEquals(people, result.read());
        assertEquals(blank, result.blank());
        assertEquals(people, result.added() + result.merged(), String.valueOf(result.rejects()));
        assertEquals(name, contact(one).name());
        assertTrue(contact(one).attributes().values().stream().noneMatch(value -> value.contains("/9j/") || value.matches("(?s).*[A-Za-z0-9+/]{200}.*")), "a picture is passed over");
        var its = contact(one).company();
        assertTrue(company == null ? its == null || its.contains(".") : company.equals(its), its);
    }

    /** As phones, address books and card readers write them: whose preferred address leads, who has his whole name as the family one, who is a company. */
    @Test
    void theCardsOfOtherProgramsComeInWhole() throws Exception {
        var result = take("""
                BEGIN:VCARD
                VERSION:3.0
                PRODID:-//Apple Inc.//iPhone OS 18.1//EN
                N:Weber;Katrin;;;
                FN:Katrin Weber
                ORG:Nordlicht GmbH;
                item1.EMAIL;type=INTERNET:kw@home.example
                item2.EMAIL;type=INTERNET;type=pref:k.weber@nordlicht.example
                item2.X-ABLabel:_$!<Work>!$_
                END:VCARD
                BEGIN:VCARD
                VERSION:2.1
                N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=4D=C3=BC=6C=6C=65=72;=4A=C3=BC=72=67=65=6E;;;
                EMAIL;WORK:j@mueller.example
                ORG;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=42=C3=B6=68=6D=
                =20=47=6D=62=48
                PHOTO;ENCODING=BASE64;JPEG:/9j/4AAQSkZJRgABAQAAAQABAAD
                 CQgKCgkICQkKDA8MCgsOCwkJDRENDg8QEBEQCgwSExIQEw8QEBD

                END:VCARD
                BEGIN:VCARD
                VERSION:4.0
                N:Berg;Anna;Maria;Dr.;
                EMAIL;TYPE=HOME:anna@home.example
                EMAIL;TYPE=WORK;PREF=1:anna@berg.example
                TEL;TYPE="voice,work";VALUE=uri:tel:+47-22-55-01-87
                ORG:Berg AS
                END:VCARD
                BEGIN:VCARD
                VERSION:4.0
                KIND:group
                FN:Friends
                MEMBER:urn:uuid:3b0e5b7a-1b5f-4f0e-9a52-1
                END:VCARD
                BEGIN:VCARD
                VERSION:3.0
                N:王小明;;;;
                FN:王小明
                ORG:宁波灯具有限公司
                EMAIL:wang@ningbo.example
                END:VCARD
                BEGIN:VCARD
                VERSION:3.0
                N:Lucy Carter;;;;
                FN:Lucy Carter
                ORG:Harbour Light
                EMAIL:lucy@harbour.example
                END:VCARD
                BEGIN:VCARD
                VERSION:3.0
                N:;;;;
                FN:Nordlicht GmbH
                ORG:Nordlicht GmbH;
                EMAIL:info@nordlicht.example
                X-ABShowAs:COMPANY
                END:VCARD
                """);
        assertEquals("7 read, 6 added, 1 rejected", "%d read, %d added, %d rejected".formatted(result.read(), result.added(), result.rejected()), String.valueOf(result.rejects()));
        assertEquals("Katrin Weber|Katrin|Weber|Nordlicht GmbH", of("k.weber@nordlicht.example"));
        assertEquals("Jürgen Müller|Jürgen|Müller|Böhm GmbH", of("j@mueller.example"));
        assertEquals("Anna Maria Berg|Anna|Berg|Berg AS", of("anna@berg.example"));
        assertEquals("+4722550187", contact("anna@berg.example").phone());
        assertEquals("王小明|小明|王|宁波灯具有限公司", of("wang@ningbo.example"));
        assertEquals("Lucy Carter|Lucy|Carter|Harbour Light", of("lucy@harbour.example"));
        assertEquals("null|null|null|Nordlicht GmbH", of("info@nordlicht.example"));
    }

    private String of(String address) {
        var one = contact(address);
        return one.name() + "|" + one.firstName() + "|" + one.lastName() + "|" + one.company();
    }

    @Test
    void aCardsFieldsFindTheirPlaces() throws Exception {
        take("BEGIN:VCARD\r\nVERSION:3.0\r\nN:Weber;Katrin;;Frau;\r\nFN:Frau Katrin Weber\r\nORG:Nordlicht GmbH;Einkauf\r\nTITLE:Buyer\r\nEMAIL;TYPE=HOME:kw@home.example\r\n"
                + "EMAIL;TYPE=WORK,PREF:k.weber@nordlicht.example\r\nTEL;TYPE=FAX:+49 40 1\r\nTEL;TYPE=WORK:+49 40 5550 1870\r\nADR;TYPE=WORK:;;Am Kai 1;Hamburg;;20457;Germany\r\n"
                + "NOTE:likes\\nDALI\\, and\r\n  more\r\nPHOTO;ENCODING=b:AAAA\r\n BBBB\r\nX-WECHAT:kweber\r\nEND:VCARD\r\n");
        var katrin = contact("k.weber@nordlicht.example");
        assertEquals("Katrin", katrin.firstName());
        assertEquals("Weber", katrin.lastName());
        assertEquals("Nordlicht GmbH", katrin.company());
        assertEquals("Buyer", katrin.role());
        assertEquals("DE", katrin.country());
        assertEquals("Hamburg", katrin.city());
        assertEquals("+494055501870", katrin.phone());
        assertEquals("kw@home.example", katrin.otherAddresses().getFirst().written());
        assertEquals("likes\nDALI, and more", katrin.attributes().get("Note"));
        assertEquals("X-WECHAT: kweber", katrin.attributes().get("Other fields"));
        assertEquals("Einkauf", katrin.attributes().get("Department"));
    }

    @Test
    void oldCardsInQuotedPrintableAndInAnyEncodingAreRead() throws Exception {
        take("BEGIN:VCARD\nVERSION:2.1\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=E4=BD=90=E8=97=A4;=E5=81=A5\nORG;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=E5=85=89=E9=9B=BB=\n=E6=A9=9F\nEMAIL:sato@hikari.example\nEND:VCARD\n");
        assertEquals("佐藤", contact("sato@hikari.example").lastName());
        assertEquals("光電機", contact("sato@hikari.example").company());
        var cards = IntStream.range(0, 40).mapToObj(i -> "BEGIN:VCARD\nVERSION:3.0\nFN:王小" + "明红军华丽".charAt(i % 5) + "\nORG:中山市照明有限公司" + i + "\nEMAIL:w" + i + "@zs.example\nEND:VCARD\n").collect(Collectors.joining());
        var result = take(cards.getBytes("GB18030"));
        assertEquals(40, result.added());
        assertEquals("GB18030", result.encoding());
        assertEquals("王小红", contact("w1@zs.example").name());
    }

    @Test
    void whatIsNoWholeCardIsLeftOutWithItsTextAndNothingIsLost() throws Exception {
        var result = take("BEGIN:VCARD\nVERSION:3.0\nFN:No Mail\nEND:VCARD\nstray words\n\nBEGIN:VCARD\nVERSION:3.0\nFN:Not Ended\nEMAIL:a@a.example\nBEGIN:VCARD\nVERSION:3.0\nFN:Ended\nEMAIL:b@a.example\nEND:VCARD\n");
        assertEquals(4, result.read());
        assertEquals(1, result.blank());
        assertEquals(2, result.added());
        assertEquals(2, result.rejected());
        assertEquals(1, result.rejects().getFirst().line());
        assertTrue(result.rejects().getFirst().text().contains("FN:No Mail"));
        assertEquals("stray words", result.rejects().getLast().text());
    }

    /** The library passes over what begins within a card without a word. */
    @Test
    void aCardWhoseBeginningIsDamagedIsLeftOutWithItsTextAndNotSwallowedByTheOneBefore() throws Exception {
        var whole = "VERSION:3.0\nFN:Ann\nEMAIL:ann@a.example\nEN-:VCARD\n";
        var damaged = take("BEGIN:VCARD\n" + whole + "BEGIN:VxCARD\nVERSION:3.0\nFN:Ben\nEMAIL:ben@a.example\nEND:VCARD\n");
        assertEquals(1, damaged.added());
        assertEquals(damaged.read(), damaged.added() + damaged.rejected());
        assertTrue(damaged.rejects().stream().anyMatch(reject -> reject.text().equals("EMAIL:ben@a.example")));
    }

    @Test
    void theCardsLeftOutCanBeSavedMendedAndImportedAgain() throws Exception {
        var text = "BEGIN:VCARD\nVERSION:3.0\nFN:Good\nEMAIL:g@a.example\nEND:VCARD\nBEGIN:VCARD\nVERSION:3.0\nFN:Bad\nEMAIL:b(at)a\nEND:VCARD\n";
        var result = take(text);
        var rejects = folder.resolve("rejects.vcf");
        importer.saveRejects(folder.resolve("cards.vcf"), ImportOptions.NOTICED, result.rejects(), rejects);
        var saved = Files.readString(rejects);
        assertTrue(saved.contains("FN:Bad") && !saved.contains("FN:Good"), saved);
        Files.writeString(rejects, saved.replace("b(at)a", "b@a.example"));
        assertEquals(1, importer.run(rejects, ImportOptions.NOTICED, "L", Progress.NONE).added());
    }

    @Test
    void cardsWithinCardsWithoutEndAndEndlessOnesEndTheImportWell() throws Exception {
        assertEquals(1, take("BEGIN:VCARD\nVERSION:2.1\nFN:Boss\nEMAIL:boss@a.example\nAGENT:\nBEGIN:VCARD\nVERSION:2.1\nFN:Helper\nEMAIL:helper@a.example\nEND:VCARD\nEND:VCARD\n").read());
        var unfinished = take("BEGIN:VCARD\n".repeat(500) + "EMAIL:last@a.example\n");
        assertEquals(1, unfinished.added());
        assertEquals(499, unfinished.blank(), "a card that says nothing is a blank row");
        assertThrows(Problem.class, () -> take("BEGIN:VCARD\n".repeat(2_000)));
        var endless = take("BEGIN:VCARD\nVERSION:3.0\nEMAIL:e@a.example\nNOTE:" + "x".repeat(3_000_000) + "\nEND:VCARD\nBEGIN:VCARD\nVERSION:3.0\nEMAIL:next@a.example\nEND:VCARD\n");
        assertEquals(2, endless.read());
        assertEquals(1, endless.added());
        assertEquals(1, endless.rejected());
    }
}

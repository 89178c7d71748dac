package app.caravel.account;

import java.util.HashSet;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import app.caravel.texts.Texts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ProvidersTest {

    @Test
    void commonMailboxesAreKnownByTheirDomain() {
        assertEquals("smtp.qq.com", Providers.of("anna@QQ.com").orElseThrow().smtp().host());
        assertEquals("netease126", Providers.of("anna@126.com").orElseThrow().id());
        assertEquals("outlook", Providers.of("anna@hotmail.co.uk").orElseThrow().id());
        assertEquals(new Provider.Server("smtp.mail.me.com", 587, Security.STARTTLS), Providers.of("anna@icloud.com").orElseThrow().smtp());
        assertEquals(Optional.empty(), Providers.of("anna@lumitech.example"));
        assertEquals(Optional.empty(), Providers.of("anna@notqq.com"));
    }

    @Test
    void everyProviderHasItsNameWordAndHelpInBothLanguages() {
        var ids = new HashSet<String>();
        for (var provider : Providers.all()) {
            assertTrue(ids.add(provider.id()));
            assertTrue(provider.perHour() > 0 && provider.perDay() > provider.perHour());
            for (var language : Texts.Language.values()) {
                var texts = Texts.in(language);
                assertTrue(texts.has("account.provider." + provider.id()), provider.id());
                assertTrue(texts.has("account.secret." + provider.secret().key()), provider.id());
                assertTrue(texts.has("account.help." + provider.help() + ".1"), provider.help());
            }
        }
    }

    @Test
    void limitsAreSafeElsewhereAndNoneOnLoopback() {
        assertEquals(new Limits(0, 0), Limits.safe("127.0.0.1"));
        assertEquals(new Limits(0, 0), Limits.safe("localhost"));
        assertEquals(new Limits(30, 200), Limits.safe("smtp.qq.com"));
        assertEquals(new Limits(60, 400), Limits.safe("mail.lumitech.example"));
    }

    @Test
    void aSenderIsReadAsPeopleWriteIt() {
        assertEquals(Optional.of(new Sender("Anna Lee", "anna@x.example")), Sender.parse("Anna Lee <anna@x.example>"));
        assertEquals(Optional.of(new Sender("Lee, Anna", "anna@x.example")), Sender.parse("\"Lee, Anna\" <anna@x.example>"));
        assertEquals(Optional.of(new Sender("", "anna@x.example")), Sender.parse(" anna@x.example "));
        assertEquals(Optional.of(new Sender("李安娜", "anna@x.example")), Sender.parse("李安娜 <anna@x.example>"));
        assertEquals(Optional.empty(), Sender.parse("Anna"));
        assertEquals(Optional.empty(), Sender.parse("Anna\r\nBcc: x@y.example <anna@x.example>"));
    }
}

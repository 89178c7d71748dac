package app.caravel.audience;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import app.caravel.dns.MailServer;

import static org.junit.jupiter.api.Assertions.assertEquals;

class MistypedTest {

    private static Optional<String> meant(String domain) {
        return Mistyped.domain(domain, new MailServer.Unknown());
    }

    @ParameterizedTest
    @CsvSource({"gmial.com,gmail.com", "gamil.com,gmail.com", "gmai.com,gmail.com", "gnail.com,gmail.com", "gmail.con,gmail.com", "gmial.con,gmail.com",
            "hotmial.com,hotmail.com", "hotmal.com,hotmail.com", "yaho.com,yahoo.com", "yahooo.fr,yahoo.fr", "outlok.com,outlook.com", "iclod.com,icloud.com",
            "163.con,163.com", "qq.vom,qq.com", "foxmial.com,foxmail.com", "aliyum.com,aliyun.com", "hotmail.co.ul,hotmail.co.uk", "gogglemial.com,googlemail.com"})
    void aSlipOfTheFingerIsSeen(String written, String known) {
        assertEquals(Optional.of(known), meant(written));
    }

    @ParameterizedTest
    @ValueSource(strings = {"gmail.com", "hotmail.se", "yahoo.gr", "outlook.dk", "gmx.net", "gmx.ch", "mail.com", "email.com", "162.com", "wed.de", "nordlicht.de", "live.se",
            "orange.ch", "globe.com", "aon.com", "gail.co.in", "male.ru", "me.co", "tuta.io", "localhost"})
    void othersOwnDomainsAreNotDoubted(String domain) {
        assertEquals(Optional.empty(), meant(domain));
    }

    @Test
    void anEndingThatExistsIsDoubtedOnlyWhereTheDomainTakesNoMail() {
        assertEquals(Optional.empty(), meant("gmail.co"));
        assertEquals(Optional.empty(), Mistyped.domain("gmail.cm", new MailServer.Found(List.of("mx.gmail.cm"))));
        assertEquals(Optional.of("gmail.com"), Mistyped.domain("gmail.cm", new MailServer.None()));
        assertEquals(Optional.of("gmail.com"), Mistyped.domain("gmail.co", new MailServer.NullMx()));
    }

    @Test
    void aDomainWithAMailboxProviderIsSomebodysOwn() {
        assertEquals(Optional.empty(), Mistyped.domain("gmall.com", new MailServer.Found(List.of("aspmx.l.google.com"))));
        assertEquals(Optional.of("gmail.com"), Mistyped.domain("gmall.com", new MailServer.Found(List.of("mx.parked.net"))));
    }
}

package app.caravel.contact;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

class WhereaboutsTest {

    private static Whereabouts of(@Nullable String country, @Nullable String city, @Nullable String phone, String domain) {
        return Whereabouts.of(Known.ofColumn(country), null, null, city, phone, domain);
    }

    @Test
    void theColumnWinsOverThePhoneAndThePhoneOverTheDomain() {
        assertEquals(new Known("AT", Origin.COLUMN), of("AT", null, "+494055501870", "nordlicht.fr").country());
        assertEquals(new Known("DE", Origin.PHONE), of(null, null, "+494055501870", "nordlicht.fr").country());
        assertEquals(new Known("FR", Origin.DOMAIN), of(null, null, null, "nordlicht.fr").country());
        assertNull(of(null, null, null, "nordlicht.com").country());
    }

    @ParameterizedTest
    @CsvSource({"lamp.co.uk,GB", "свет.xn--p1ai,RU", "lampe.de,DE", "luz.com.br,BR", "hikari.co.jp,JP", "deng.com.cn,CN"})
    void theEndingOfADomainIsACountrys(String domain, String country) {
        assertEquals(new Known(country, Origin.DOMAIN), of(null, null, null, domain).country());
    }

    @ParameterizedTest
    @CsvSource({"lamp.co", "lamp.io", "lamp.ai", "pm.me", "lamp.tv", "lamp.cc", "lamp.eu", "lamp.info", "lamp.com", "[10.0.0.1]", "lamp.zz"})
    void fashionableEndingsSayNothing(String domain) {
        assertNull(of(null, null, null, domain).country());
    }

    @Test
    void aNumberOfNoCountrySaysNothing() {
        assertNull(of(null, null, "+80012345678", "lamp.com").country());
        assertEquals("CA", of(null, null, "+16135550187", "lamp.com").country() instanceof Known known ? known.value() : null);
    }

    @Test
    void theZoneIsSaidOnlyWhereItIsSure() {
        assertEquals(new Known("Europe/Berlin", Origin.COUNTRY), of(null, null, "+494055501870", "x.com").timeZone());
        assertEquals(new Known("Asia/Shanghai", Origin.COUNTRY), of("CN", null, null, "x.com").timeZone());
        assertNull(of("US", null, "+12125550187", "x.com").timeZone());
        assertEquals(new Known("America/Los_Angeles", Origin.CITY), of("US", "Seattle", null, "x.com").timeZone());
        assertNull(of("US", "Springfield", null, "x.com").timeZone());
        assertNull(of(null, "Hamburg", null, "x.com").timeZone());
    }

    @Test
    void theLanguageIsGuessedWhereACountryWritesOne() {
        assertEquals(new Known("de", Origin.COUNTRY), of("DE", null, null, "x.com").language());
        assertEquals(new Known("zh-CN", Origin.COUNTRY), of("CN", null, null, "x.com").language());
        assertNull(of("CH", null, null, "x.ch").language());
        assertNull(of("BE", null, null, "x.be").language());
        assertEquals(new Known("fr", Origin.HAND), Whereabouts.of(null, null, new Known("fr", Origin.HAND), null, null, "x.de").language());
    }
}

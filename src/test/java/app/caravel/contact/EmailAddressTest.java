package app.caravel.contact;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class EmailAddressTest {

    @ParameterizedTest
    @ValueSource(strings = {
        "anna@example.com", "Anna.Weber+fair@Mail.Example.co.uk", "o'brien@example.ie", "a@b.cd", "\"john doe\"@example.com",
        "\"a\\\"b\"@example.com", "user@[192.0.2.1]", "user@[IPv6:2001:db8::1]", "用户@例子.公司", "josé@example.es", "x@xn--fiqs8s.cn",
        "#!$%&'*+-/=?^_`{}|~@example.org", "user@localhost", "1234567890@qq.com", "a@faß.de", "info@bücher.example"})
    void whatTheRfcsAllowIsAnAddress(String text) {
        assertTrue(EmailAddress.parse(text).isPresent(), text);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", "anna", "@example.com", "anna@", "info@@gulf.example", "a b@example.com", "anna@example", "anna@exa mple.com", ".anna@example.com",
        "anna.@example.com", "an..na@example.com", "anna@.example.com", "anna@example..com", "anna@example.com.", "anna@-example.com",
        "anna@example-.com", "anna@exam_ple.com", "anna@192.168.1.1", "user@[256.1.1.1]", "user@[1.2.3.4", "a,b@example.com", "a;b@example.com",
        "<anna@example.com>", "anna@example.com,", "an\u200Bna@example.com", "anna＠example.com", "\"open@example.com", "\"\"@example.com",
        "anna@\u00ad.com", "a\nb@example.com", "k.a.",
        "1234567890123456789012345678901234567890123456789012345678901234x@example.com",
        "a@1234567890123456789012345678901234567890123456789012345678901234.com"})
    void whatBreaksARuleIsNone(String text) {
        assertTrue(EmailAddress.parse(text).isEmpty(), text);
    }

    @Test
    void aPersonIsKnownWhateverTheCaseAndTheScriptOfTheDomain() {
        assertEquals("anna@example.com", new EmailAddress("Anna@EXAMPLE.com").canonical());
        assertEquals("info@xn--bcher-kva.example", new EmailAddress("Info@Bücher.example").canonical());
        assertEquals(new EmailAddress("jose\u0301@example.es").canonical(), new EmailAddress("jos\u00e9@example.es").canonical());
        assertEquals("Info@xn--bcher-kva.example", new EmailAddress("Info@Bücher.example").envelope());
        assertEquals("Info@Bücher.example", new EmailAddress("Info@Bücher.example").written());
    }

    @Test
    void anAddressThatBreaksARuleCannotBeMade() {
        assertThrows(IllegalArgumentException.class, () -> new EmailAddress("no address"));
    }
}

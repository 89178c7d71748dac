package app.caravel.dns;

import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class SpfReaderTest {

    private NameServer names;

    @BeforeEach
    void open() throws IOException {
        names = new NameServer();
    }

    @AfterEach
    void close() {
        names.close();
    }

    private Spf read() {
        return SpfReader.of("a.example", Lookups.to(names.address()));
    }

    private static InetAddress address(String literal) {
        return InetAddress.ofLiteral(literal);
    }

    @Test
    void everythingThatARecordIncludesIsCountedAndCovered() throws IOException {
        names.says("a.example", "TXT", "\"v=spf1 a/28 mx:b.example include:one.example -ip4:203.0.113.7 -all\"", "A", "192.0.2.17")
                .says("b.example", "MX", "10 mail.b.example.").says("mail.b.example", "AAAA", "2001:db8::5")
                .says("one.example", "TXT", "\"v=spf1 include:two.example ?all\"").says("two.example", "TXT", "\"v=spf1 ip4:198.51.100.0/24 \" \"ip6:2001:db8:1::/48 ~all\"");
        var spf = read();
        assertEquals(4, spf.lookups());
        assertEquals(Set.of("one.example", "two.example"), spf.includes());
        assertEquals('-', spf.all(), "what the included say of others counts for nothing");
        assertTrue(List.of("192.0.2.16", "2001:db8::5", "198.51.100.200", "2001:db8:1:2::3").stream().allMatch(each -> spf.covers(address(each))), spf.networks().toString());
        assertFalse(spf.covers(address("203.0.113.7")));
        assertFalse(spf.covers(address("192.0.2.32")));
        assertFalse(spf.unsure());
    }

    @Test
    void aRecordMayStandElsewhereAndLoopsEnd() throws IOException {
        names.says("a.example", "TXT", "v=spf1\\032redirect=b.example").says("b.example", "TXT", "\"v=spf1 include:a.example include:gone.example ip4:192.0.2.300 ~all\"");
        var spf = read();
        assertEquals('~', spf.all());
        assertEquals(List.of("include:gone.example", "ip4:192.0.2.300"), spf.broken());
    }

    @Test
    void whatIsNotAnsweredLeavesItUnsure() throws IOException {
        names.says("a.example", "TXT", "\"v=spf1 include:one.example -all\"").otherwise(NameServer.Otherwise.SERVER_FAILURE);
        assertTrue(read().unsure());
        assertEquals(List.of(), read().broken());
    }
}

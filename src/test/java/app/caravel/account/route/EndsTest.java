package app.caravel.account.route;

import java.net.InetAddress;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

class EndsTest {

    @ParameterizedTest
    @CsvSource({"192.0.2.7, 192.0.2.7", "::1, ::1", "2001:db8:0:0:0:0:0:7, 2001:db8::7", "2001:0:0:1:0:0:0:1, 2001:0:0:1::1", "2001:db8:0:1:1:1:1:1, 2001:db8:0:1:1:1:1:1"})
    void anAddressIsWrittenAsPeopleWriteIt(String given, String written) throws Exception {
        assertEquals(written, Ends.of(InetAddress.getByName(given), InetAddress.getByName(given)).client());
    }

    @Test
    void theServerBehindAProxyIsNotKnown() throws Exception {
        assertNull(Ends.of(InetAddress.getByName("192.0.2.7"), null).server());
    }
}

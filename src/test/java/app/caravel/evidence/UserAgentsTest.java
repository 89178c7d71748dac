package app.caravel.evidence;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

class UserAgentsTest {

    private static String label(String userAgent) {
        return UserAgents.of(userAgent).label().word();
    }

    @Test
    void browsersAndMailProgramsAreToldByName() {
        assertEquals("Chrome", UserAgents.of("Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Mobile Safari/537.36").name());
        assertEquals("Edge", UserAgents.of("Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0").name());
        assertEquals("Safari", UserAgents.of("Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Safari/605.1.15").name());
        assertEquals("Apple Mail", UserAgents.of("Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148").name());
        assertEquals("Outlook", UserAgents.of("Mozilla/4.0 (compatible; ms-office; MSOffice 16)").name());
        assertEquals("WeChat", UserAgents.of("Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 MicroMessenger/8.0.50").name());
    }

    @Test
    void whatPeopleUseIsNotTakenForAMachine() {
        for (var person : List.of(
                "Mozilla/5.0 (Linux; Android 9; CUBOT X18 Plus) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/80.0.3987.99 Mobile Safari/537.36",
                "Mozilla/4.0 (compatible; MSIE 7.0; Windows NT 6.1; Trident/5.0; SLCC2; .NET CLR 2.0.50727; .NET4.0C)",
                "Mozilla/5.0 (Windows NT 6.1; rv:45.0) Gecko/20100101 Thunderbird/45.0",
                "Outlook-iOS/665.29827.prod.iphone (2.63.0)")) {
            assertEquals("person", label(person), person);
        }
    }

    @Test
    void everyLineHasALabelTheEmptyOneToo() {
        assertEquals("machine", label(""));
        assertEquals("machine", label("   "));
        assertEquals("machine", label("SomeThing/1.0"));
        assertEquals("machine", label("Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)"));
        assertEquals("proxy", label("Mozilla/5.0"));
    }
}

package app.caravel.desktop.compose;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ReadersLookTest {

    @Test
    void darkTurnsWhiteGroundsDarkAndDarkWordsLight() {
        var dark = ReadersLook.dark("<table bgcolor=\"#ffffff\"><tr><td style=\"color:#1f2328;background:white\">x</td></tr></table>");
        assertTrue(dark.contains("bgcolor=\"#1a1a1a\""), dark);
        assertFalse(dark.contains("#1f2328"), dark);
        assertFalse(dark.contains("white"), dark);
    }

    @Test
    void darkKeepsTheHueOfAButton() {
        var dark = ReadersLook.dark("<a style=\"background:#1d4ed8\">x</a>");
        var hex = dark.replaceAll("(?s).*background:#([0-9a-f]{6}).*", "$1");
        int rgb = Integer.parseInt(hex, 16);
        assertTrue((rgb & 255) > (rgb >> 16), hex + " is still blue");
    }

    @Test
    void aBlockedPictureLeavesItsWords() {
        var blocked = ReadersLook.withoutPictures("<img src=\"https://x.example/a.png\" alt=\"LED panel\" width=\"200\"><img src=\"y.png\"><td background=\"https://x.example/b.png\" style=\"background-image:url(https://x.example/c.png)\">z</td>");
        assertTrue(blocked.contains("LED panel"), blocked);
        assertFalse(blocked.contains("x.example"), blocked);
    }
}

package app.caravel.content.design;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** A brand is kept whole, and mails are made whatever became of what was kept. */
class BrandTest {

    @Test
    void itIsTheSameAfterBeingKept() {
        var brand = new Brand("Lumitech \"Light\"", "https://x.example/l.png", "#004488", "#111111", Brand.FONTS.getLast(), "9 Lamp Road", "https://x.example",
                Map.of("LinkedIn", "https://linkedin.example/x"));
        assertEquals(brand, BrandJson.read(BrandJson.write(brand)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "{\"color\": \"red;}\"}", "{\"font\": \"\", \"networks\": 3}", "{\"color\": {\"a\": 1}}"})
    void whatCannotBeReadIsPlain(String kept) {
        assertEquals(Brand.PLAIN, BrandJson.read(kept));
    }

    @Test
    void anEmptyPageTakesANetworkAway() {
        var with = Brand.PLAIN.withNetwork("YouTube", "https://youtube.example/x");
        assertEquals(Map.of("YouTube", "https://youtube.example/x"), with.networks());
        assertEquals(Brand.PLAIN, with.withNetwork("YouTube", " "));
    }

    /** Ratios as the WCAG's own examples and the widely used checkers give them. */
    @ParameterizedTest
    @CsvSource({"#000000,#ffffff,21.0", "#777777,#ffffff,4.48", "#767676,#ffffff,4.54", "#ff0000,#ffffff,4.0", "#1d4ed8,#1d4ed8,1.0"})
    void contrastIsMeasured(String one, String other, double ratio) {
        assertEquals(ratio, Contrast.between(one, other), 0.01);
        assertEquals(ratio, Contrast.between(other, one), 0.01);
    }
}

package app.caravel.store;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;

class WrittenNumberTest {

    @ParameterizedTest
    @CsvSource(delimiter = ';', nullValues = "-", value = {
        "900;900", "1.200;1200", "1,200;1200", "1.200.300;1200300", "1,200,300;1200300", "1.200,50;1200.5", "1,200.50;1200.5", "12.5;12.5", "12,5;12.5", "2.50;2.5", "0.125;0.125", "0,125;0.125", "1234.567;1234.567",
        "12.3456;12.3456", "2026.3.18;-", "1.2,3.4;-", "1,2,3;-", "1,200,50;-", "5.;5", "007;7"})
    void aNumberIsWorthWhatItsMarksSayWhereverItWasWritten(String text, @Nullable Double worth) {
        assertEquals(worth, WrittenNumber.of(text));
    }
}

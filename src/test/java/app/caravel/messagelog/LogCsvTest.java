package app.caravel.messagelog;

import java.util.List;
import java.util.stream.Collectors;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

class LogCsvTest {

    @Property(tries = 300)
    void whatIsWrittenIsReadAgainAndIsOneLine(@ForAll @Size(min = 1, max = 8) List<String> values) {
        var line = new StringBuilder();
        for (var value : values) {
            LogCsv.append(line, value);
            line.append(',');
        }
        line.setLength(line.length() - 1);
        var expected = values.stream().map(value -> value.chars().map(c -> c < ' ' || c == 0x7f || c == 0x85 || c == 0x2028 || c == 0x2029 ? ' ' : c)
                .mapToObj(c -> String.valueOf((char) c)).collect(Collectors.joining())).toList();
        assertEquals(expected, LogCsv.split(line.toString()));
        assertFalse(line.toString().contains("\n"));
    }

    @Test
    void quotesStandOnlyWhereAValueNeedsThem() {
        var line = new StringBuilder();
        for (var value : List.of("plain; with semicolon", "a,b", "say \"hi\"", "")) {
            LogCsv.append(line, value);
            line.append('|');
        }
        assertEquals("plain; with semicolon|\"a,b\"|\"say \"\"hi\"\"\"||", line.toString());
    }

    @Test
    void anOpenQuoteTakesTheRest() {
        assertEquals(List.of("a", "b,c"), LogCsv.split("a,\"b,c"));
    }
}

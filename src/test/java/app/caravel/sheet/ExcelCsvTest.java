package app.caravel.sheet;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import app.caravel.reason.Problem;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

class ExcelCsvTest {

    @TempDir
    Path folder;

    @Test
    void aFileHasItsMarkAndCrlfAndQuotesOnlyWhereNeeded() throws Exception {
        var file = folder.resolve("联系人.csv");
        try (var csv = ExcelCsv.create(file)) {
            csv.row(List.of("name", "note")).row(Arrays.asList("王小明", null)).row(List.of("a,b", "say \"hi\"\nthere")).row(List.of(7, -2.5));
            assertFalse(Files.exists(file), "only a whole file takes its place");
        }
        var bytes = Files.readAllBytes(file);
        assertArrayEquals(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF}, Arrays.copyOf(bytes, 3));
        assertEquals("name,note\r\n王小明,\r\n\"a,b\",\"say \"\"hi\"\"\nthere\"\r\n7,-2.5\r\n", new String(bytes, 3, bytes.length - 3, StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+49405550187", "-1+cmd|' /C calc'!A0", "@SUM(A1)", "\t=1", "\r=1", "＝1", "+49 40 5550", "-", "=HYPERLINK(\"http://x\")"})
    void noFormulaCanStartInACell(String text) {
        assertEquals("'" + text, ExcelCsv.safe(text));
        assertEquals(text, ExcelCsv.plain(ExcelCsv.safe(text)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-12.5", "-3", "-5%", "a=b", "O'Brien", "'quoted'", "1+1", "http://example.com/?a=b"})
    void otherTextsAndPlainNumbersStayAsTheyAre(String text) {
        assertEquals(text, ExcelCsv.safe(text));
        assertEquals(text, ExcelCsv.plain(text));
    }

    @Test
    void aFolderThatIsNotThereIsAProblemThatNamesTheFile() {
        var problem = assertThrows(Problem.class, () -> ExcelCsv.create(folder.resolve("nowhere/x.csv")));
        assertEquals("sheet.no-folder", problem.reason().key());
    }
}

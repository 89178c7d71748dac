package app.caravel.contact.imports;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.ZipException;

/**
 * Cells of a sheet that were merged over several rows: a company beside its people, a column name of two lines. What the
 * first says holds for all of them. A row that says nothing of its own stays blank.
 */
final class MergedCells {

    /**
     * @param first the row it begins in, from 1
     * @param column from 0
     */
    private record Block(long first, long last, int column) {}

    private record Open(long last, int column, String value) {}

    /** Nobody merges more by hand; a made-up file may. */
    private static final int MOST = 100_000;

    private static final int MOST_COLUMNS = 500;

    private static final int WINDOW = 1 << 16;
    private static final int OVERLAP = 64;
    private static final Pattern REFERENCE = Pattern.compile("mergeCell ref=\"([A-Z]{1,3})(\\d{1,7}):([A-Z]{1,3})(\\d{1,7})\"");

    private final List<Block> blocks;
    private final List<Open> open = new ArrayList<>();
    private int next;

    private MergedCells(List<Block> blocks) {
        blocks.sort(Comparator.comparingLong(Block::first));
        this.blocks = blocks;
    }

    /** Of a sheet of an .xlsx, which names them behind its rows. Who reads the rows meets what is damaged, and tells of it. */
    static MergedCells of(XlsxBook book, String sheet) throws IOException {
        var blocks = new ArrayList<Block>();
        try (var part = book.part(sheet)) {
            read(part, blocks);
        } catch (EOFException | ZipException e) {
            System.getLogger(MergedCells.class.getName()).log(System.Logger.Level.DEBUG, "merged cells of a damaged sheet", e);
        }
        return new MergedCells(blocks);
    }

    /** Of an old sheet. */
    static MergedCells of(org.apache.poi.hssf.usermodel.HSSFSheet sheet) {
        var blocks = new ArrayList<Block>();
        for (var range : sheet.getMergedRegions()) {
            add(range.getFirstRow() + 1L, range.getLastRow() + 1L, range.getFirstColumn(), blocks);
        }
        return new MergedCells(blocks);
    }

    /**
     * Fills a row's cells; rows come in their order.
     *
     * @param row from 1
     */
    void fill(long row, List<String> cells) {
        open.removeIf(each -> each.last < row);
        boolean blank = cells.stream().allMatch(Cells::isBlank);
        for (var each : blank ? List.<Open>of() : open) {
            while (cells.size() <= each.column) {
                cells.add("");
            }
            if (Cells.isBlank(cells.get(each.column))) {
                cells.set(each.column, each.value);
            }
        }
        for (; next < blocks.size() && blocks.get(next).first <= row; next++) {
            var block = blocks.get(next);
            if (block.first == row && block.column < cells.size() && !Cells.isBlank(cells.get(block.column))) {
                open.removeIf(each -> each.column == block.column); // they lie over each other in a made-up file alone
                open.add(new Open(block.last, block.column, cells.get(block.column)));
            }
        }
    }

    private static void read(InputStream in, List<Block> blocks) throws IOException {
        var bytes = new byte[WINDOW];
        int kept = 0;
        for (int read = in.read(bytes); read > 0; read = in.read(bytes, kept, WINDOW - kept)) {
            int length = kept + read;
            if (indexOf(bytes, length) >= 0) {
                var found = REFERENCE.matcher(new String(bytes, 0, length, StandardCharsets.ISO_8859_1));
                int end = 0;
                while (found.find() && blocks.size() < MOST) {
                    add(Long.parseLong(found.group(2)), Long.parseLong(found.group(4)), column(found.group(1)), blocks);
                    end = found.end();
                }
                kept = Math.min(OVERLAP, length - end);
            } else {
                kept = Math.min(OVERLAP, length);
            }
            System.arraycopy(bytes, length - kept, bytes, 0, kept);
        }
    }

    /** Where "mergeCell " begins, or -1: looked for byte by byte, for nearly all of a sheet is something else. */
    private static int indexOf(byte[] bytes, int length) {
        for (int i = 0; i + 10 < length; i++) {
            if (bytes[i] == 'm' && bytes[i + 5] == 'C' && bytes[i + 9] == ' ') {
                return i;
            }
        }
        return -1;
    }

    private static void add(long first, long last, int column, List<Block> blocks) {
        if (last > first && column < MOST_COLUMNS) {
            blocks.add(new Block(first, last, column));
        }
    }

    /** A is 0, Z is 25, AA is 26. */
    private static int column(String letters) {
        int column = 0;
        for (char letter : letters.toCharArray()) {
            column = column * 26 + letter - 'A' + 1;
        }
        return column - 1;
    }
}

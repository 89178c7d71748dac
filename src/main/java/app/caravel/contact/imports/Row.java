package app.caravel.contact.imports;

import java.util.List;

/**
 * One row of a file.
 *
 * @param line the line it starts on, from 1
 * @param text the row as it stands in the file, without its line end; for a workbook the cells separated by tabs, of JSON the object on one line
 * @param whole false where the row was too long to be taken; its text is only its beginning then
 */
record Row(long line, List<String> cells, String text, boolean whole) {

    boolean isBlank() {
        for (var cell : cells) {
            if (!Cells.isBlank(cell)) {
                return false;
            }
        }
        return whole;
    }

    String cell(int column) {
        return column < cells.size() ? cells.get(column) : "";
    }
}

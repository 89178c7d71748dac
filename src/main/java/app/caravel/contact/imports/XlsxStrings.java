package app.caravel.contact.imports;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import app.caravel.reason.Problem;

/** The texts that a workbook's cells share, read as far as they are asked for. They stay in memory, so there is an end to them. */
final class XlsxStrings implements Closeable {

    /** Bytes in memory; the program has a gigabyte. A million people with eight texts of their own each are half of this. */
    private static final long MOST = 384L << 20;

    /** Of an empty text: two objects and their place in the list. */
    private static final int EACH = 56;

    private final XlsxXml xml;
    private final String file;
    private final List<String> read = new ArrayList<>();
    private long bytes;

    XlsxStrings(XlsxXml xml, String file) {
        this.xml = xml;
        this.file = file;
    }

    /**
     * @param index from 0
     * @throws IOException where there are not so many
     */
    String get(int index) throws IOException {
        while (index >= read.size()) {
            if (!xml.toStart("si"::equals, 0)) {
                throw new IOException("only " + read.size() + " texts");
            }
            var text = XlsxRows.unescaped(xml.text("rPh", XlsxRows.LONGEST_CELL)); // how a name is read aloud is no part of it
            bytes += EACH + 2L * text.length();
            if (bytes > MOST) {
                throw Problem.of("contacts.import-too-large", "file", file);
            }
            read.add(text);
        }
        return read.get(index);
    }

    void toEnd() throws IOException {
        xml.toEnd();
    }

    @Override
    public void close() throws IOException {
        xml.close();
    }
}

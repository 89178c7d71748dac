package app.caravel.contact.imports;

import java.io.Closeable;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

import org.jspecify.annotations.Nullable;

import app.caravel.reason.Problem;

/**
 * A workbook's parts: which sheets people see, where each lies in the file, how its numbers are shown. Written by hand, for the
 * library reads what a damaged or hostile file says of itself (the 2,000,000,000th text, the column ZZZZZZ) until memory ends.
 */
final class XlsxBook implements Closeable {

    /** No list of people unpacks to more than this, or a hundredfold; a zip bomb does. */
    private static final long LARGEST = 4L << 30;

    private static final long LARGE = 200L << 20;
    private static final int LARGEST_RATIO = 100;

    private final String file;
    private final ZipFile zip;
    private final Map<String, ZipEntry> entries = new HashMap<>();
    private final Map<String, String> sheets = new LinkedHashMap<>();
    private final List<@Nullable String> formats = new ArrayList<>();
    private @Nullable String strings;
    private boolean since1904;

    private XlsxBook(ZipFile zip, String file) {
        this.zip = zip;
        this.file = file;
    }

    /**
     * @throws Problem where it is no workbook, unpacks to too much, or declares entities
     * @throws IOException where it is damaged
     */
    static XlsxBook open(Path path) throws IOException {
        var book = new XlsxBook(new ZipFile(path.toFile()), String.valueOf(path.getFileName()));
        try {
            book.readDirectory(Files.size(path));
            book.readWorkbook();
            return book;
        } catch (IOException | RuntimeException e) {
            book.close();
            throw e;
        }
    }

    private void readDirectory(long bytes) throws IOException {
        long size = 0;
        long packed = 1;
        for (var all = zip.entries(); all.hasMoreElements();) {
            var entry = all.nextElement();
            entries.putIfAbsent(key(entry.getName()), entry);
            size += Math.max(0, entry.getSize());
            packed += Math.max(0, entry.getCompressedSize());
        }
        if (!entries.containsKey("_rels/.rels") && !entries.containsKey("xl/workbook.xml")) {
            throw Problem.of("contacts.import-no-table", "file", file);
        }
        // the parts of a made-up directory may lie over each other
        if (size > LARGEST || size > LARGE && size / Math.min(packed, bytes) > LARGEST_RATIO) {
            throw Problem.of("contacts.import-bomb", "file", file);
        }
    }

    private void readWorkbook() throws IOException {
        var workbook = "xl/workbook.xml";
        if (entries.containsKey("_rels/.rels")) {
            for (var related : relations("_rels/.rels", "").values()) {
                workbook = related.kind().equals("officeDocument") ? related.part() : workbook;
            }
        }
        int slash = workbook.lastIndexOf('/') + 1;
        var relations = relations(workbook.substring(0, slash) + "_rels/" + workbook.substring(slash) + ".rels", workbook.substring(0, slash));
        readSheets(workbook, relations);
        for (var related : relations.values()) {
            if (related.kind().equals("styles") && entries.containsKey(key(related.part()))) {
                readStyles(related.part());
            } else if (related.kind().equals("sharedStrings")) {
                strings = related.part();
            }
        }
    }

    /** @param kind the last word of its type, which is the same in both editions of the standard */
    private record Related(String kind, String part) {}

    private Map<String, Related> relations(String part, String folder) throws IOException {
        var relations = new LinkedHashMap<String, Related>();
        try (var xml = xml(part)) {
            while (xml.toStart("Relationship"::equals, 0)) {
                var id = xml.attribute("Id");
                var type = xml.attribute("Type");
                var target = xml.attribute("Target");
                if (id != null && type != null && target != null) {
                    relations.put(id, new Related(type.substring(type.lastIndexOf('/') + 1), target.startsWith("/") ? target.substring(1) : folder + target));
                }
            }
        }
        return relations;
    }

    private void readSheets(String workbook, Map<String, Related> relations) throws IOException {
        try (var xml = xml(workbook)) {
            while (xml.toStart(name -> name.equals("sheet") || name.equals("workbookPr"), 0)) {
                if (xml.name().equals("workbookPr")) {
                    var flag = xml.attribute("date1904");
                    since1904 = flag != null && (flag.equals("1") || flag.equalsIgnoreCase("true"));
                    continue;
                }
                var name = xml.attribute("name");
                var related = relations.get(String.valueOf(xml.foreignAttribute("id")));
                var state = xml.attribute("state");
                if (name != null && related != null && related.kind().equals("worksheet") && (state == null || state.equals("visible"))) {
                    sheets.putIfAbsent(name, related.part());
                }
            }
        }
    }

    private void readStyles(String part) throws IOException {
        var own = new HashMap<String, String>();
        try (var xml = xml(part)) {
            int cells = -1;
            while (xml.toStart(name -> name.equals("numFmt") || name.equals("cellXfs") || name.equals("xf"), 0)) {
                var id = xml.attribute("numFmtId");
                var format = xml.attribute("formatCode");
                if (xml.name().equals("cellXfs")) {
                    cells = xml.depth();
                } else if (xml.name().equals("numFmt")) {
                    if (id != null && format != null) {
                        own.put(id, format);
                    }
                } else if (cells >= 0 && xml.depth() == cells + 1) {
                    formats.add(id == null ? null : own.containsKey(id) ? own.get(id) : builtIn(id));
                } else {
                    cells = -1; // the styles by name, which follow those of cells
                }
            }
        }
    }

    private static @Nullable String builtIn(String id) {
        return id.matches("\\d{1,4}") ? DateFormat.builtIn(Integer.parseInt(id)) : null;
    }

    /** The names of those that people see. */
    List<String> sheets() {
        return List.copyOf(sheets.keySet());
    }

    boolean since1904() {
        return since1904;
    }

    /** The number format of a cell's style, null where numbers are shown as they are. */
    @Nullable String format(@Nullable String style) {
        int index = style != null && style.matches("\\d{1,6}") ? Integer.parseInt(style) : 0;
        return index < formats.size() ? formats.get(index) : null;
    }

    /** @param sheet its name */
    XlsxPart part(String sheet) throws IOException {
        var part = sheets.get(sheet);
        if (part == null) {
            throw new FileNotFoundException(sheet);
        }
        return unpacked(part);
    }

    /** @param name of one of the sheets */
    XlsxXml sheet(String name) throws IOException {
        return new XlsxXml(part(name), file);
    }

    /** The texts that cells share, or null where none do. */
    @Nullable XlsxStrings strings() throws IOException {
        return strings == null || !entries.containsKey(key(strings)) ? null : new XlsxStrings(xml(strings), file);
    }

    private XlsxXml xml(String part) throws IOException {
        return new XlsxXml(unpacked(part), file);
    }

    private XlsxPart unpacked(String part) throws IOException {
        var entry = entries.get(key(part));
        if (entry == null) {
            throw new ZipException("no part " + part);
        }
        return new XlsxPart(zip.getInputStream(entry), entry);
    }

    private static String key(String part) {
        return part.replace('\\', '/').toLowerCase(java.util.Locale.ROOT);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}

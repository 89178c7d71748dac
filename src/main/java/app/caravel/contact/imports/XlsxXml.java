package app.caravel.contact.imports;

import java.io.IOException;
import java.util.function.Predicate;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import org.jspecify.annotations.Nullable;

import app.caravel.reason.Problem;

/** The XML of one part, element by element. It declares no types and entities, and is nested no deeper than a workbook's is. */
final class XlsxXml implements AutoCloseable {

    private static final int DEEPEST = 64;
    private static final XMLInputFactory FACTORY = factory();

    private final XlsxPart part;
    private final XMLStreamReader reader;
    private final String file;
    private int depth;

    XlsxXml(XlsxPart part, String file) throws IOException {
        this.part = part;
        this.file = file;
        try {
            this.reader = FACTORY.createXMLStreamReader(part);
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    private static XMLInputFactory factory() {
        var factory = new InputFactoryImpl();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        return factory;
    }

    /**
     * To the next start of an element whose name is wanted; false where the element that was open before ends first.
     *
     * @param within the depth of the element in which is searched
     */
    boolean toStart(Predicate<String> wanted, int within) throws IOException {
        while (depth >= within && next()) {
            if (reader.isStartElement() && wanted.test(name())) {
                return true;
            }
        }
        return false;
    }

    /** The next event; false at the end of the part. */
    boolean next() throws IOException {
        try {
            if (!reader.hasNext()) {
                return false;
            }
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (++depth > DEEPEST) {
                        throw unsafe();
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> depth--;
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE, XMLStreamConstants.ENTITY_DECLARATION -> throw unsafe();
                default -> { }
            }
            return true;
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    private Problem unsafe() {
        return Problem.of("contacts.import-unsafe", "file", file);
    }

    /** How many elements are open, the one that just began too. */
    int depth() {
        return depth;
    }

    String name() {
        return reader.getLocalName();
    }

    @Nullable String attribute(String name) {
        return reader.getAttributeValue(null, name);
    }

    /** An attribute of whatever name space but none. */
    @Nullable String foreignAttribute(String name) {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            if (name.equals(reader.getAttributeLocalName(i)) && reader.getAttributeNamespace(i) != null && !reader.getAttributeNamespace(i).isEmpty()) {
                return reader.getAttributeValue(i);
            }
        }
        return null;
    }

    /**
     * The text of the open element and of those within it, but for those of one name; ends behind it.
     *
     * @param without the name of elements whose text is left out
     * @param most characters that are kept; one more says that there are more
     */
    String text(String without, int most) throws IOException {
        var text = new StringBuilder();
        int own = depth;
        int hidden = 0;
        while (depth >= own && next()) {
            if (reader.isStartElement() && hidden == 0 && name().equals(without)) {
                hidden = depth;
            } else if (hidden > depth) {
                hidden = 0;
            } else if (hidden == 0 && reader.hasText() && !isComment() && text.length() <= most) {
                text.append(reader.getText());
            }
        }
        return text.length() > most ? text.substring(0, most + 1) : text.toString();
    }

    private boolean isComment() {
        return reader.getEventType() == XMLStreamConstants.COMMENT;
    }

    /** Reads the rest of the part, unlooked at but for its check sum. */
    void toEnd() throws IOException {
        part.toEnd();
    }

    @Override
    public void close() throws IOException {
        part.close();
    }
}

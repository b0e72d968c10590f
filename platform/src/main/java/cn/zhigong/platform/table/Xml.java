package cn.zhigong.platform.table;

import static cn.zhigong.platform.table.UnreadableTableException.Reason.MALFORMED;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Goes through XML of somebody whom nobody trusts. Its size in memory is bounded by {@link Markup}, by the depth of
 * elements and by the number of different names, all of which the parser keeps. Namespaces are not looked at: the two
 * editions of the standard have different ones for the same elements.
 */
final class Xml {
    private static final int DEPTH = 64;
    private static final int NAMES = 1_000;
    /** Of an attribute that is asked for. */
    private static final int ATTRIBUTE = 1_024;

    private static final int MARKUP = 1 << 18;
    /** A character of text may be written as its number. */
    private static final int LONGEST_CHARACTER = 10;

    private final XMLStreamReader reader;
    private final Set<@Nullable String> names = new HashSet<>();
    private int depth;
    private int event = XMLStreamConstants.START_DOCUMENT;

    /** XML is UTF-8 here; office programs write nothing else. */
    Xml(InputStream part, TableLimits limits) throws IOException {
        var longest = (int) Math.min(MARKUP + (long) LONGEST_CHARACTER * limits.cellLength(), Integer.MAX_VALUE);
        var text = new Markup(Encoding.reader(part, StandardCharsets.UTF_8), longest);
        try {
            reader = factory().createXMLStreamReader(text);
        } catch (XMLStreamException e) {
            throw trouble(e);
        }
    }

    /** The next start or end of an element, or piece of text. False at the end. */
    boolean next() throws IOException {
        event = step();
        switch (event) {
            case XMLStreamConstants.START_ELEMENT -> start();
            case XMLStreamConstants.END_ELEMENT -> depth--;
            case XMLStreamConstants.ENTITY_REFERENCE, XMLStreamConstants.DTD -> throw new Refusal(MALFORMED);
            case XMLStreamConstants.PROCESSING_INSTRUCTION -> name(reader.getPITarget());
            default -> {}
        }
        return event != XMLStreamConstants.END_DOCUMENT;
    }

    boolean starts(String element) {
        return event == XMLStreamConstants.START_ELEMENT
                && reader.getLocalName().equals(element);
    }

    boolean ends(String element) {
        return event == XMLStreamConstants.END_ELEMENT && reader.getLocalName().equals(element);
    }

    /** Goes to the root element. */
    void requireRoot(String element, Refusal otherwise) throws IOException {
        while (next() && event != XMLStreamConstants.START_ELEMENT) {
            // what may stand before
        }
        if (!starts(element)) {
            throw otherwise;
        }
    }

    @Nullable String attribute(String name) throws Refusal {
        var value = reader.getAttributeValue(null, name);
        if (value != null && value.length() > ATTRIBUTE) {
            throw new Refusal(MALFORMED);
        }
        return value;
    }

    /** An attribute that is true when it is {@code 1} or {@code true}, and false otherwise. */
    boolean flag(String name) throws Refusal {
        var value = attribute(name);
        return "1".equals(value) || "true".equals(value);
    }

    /**
     * Goes to the end of the current element and appends its text, as long as less than so many characters are there.
     */
    void appendText(StringBuilder text, int most) throws IOException {
        var outside = depth - 1;
        while (depth > outside && next()) {
            if (event == XMLStreamConstants.CHARACTERS
                    || event == XMLStreamConstants.CDATA
                    || event == XMLStreamConstants.SPACE) {
                var length = Math.min(reader.getTextLength(), most - text.length());
                text.append(reader.getTextCharacters(), reader.getTextStart(), Math.max(length, 0));
            }
        }
    }

    /** Goes to the end of the current element. */
    void skip() throws IOException {
        var outside = depth - 1;
        while (depth > outside && next()) {
            // nothing in it is wanted
        }
    }

    private int step() throws IOException {
        try {
            return reader.hasNext() ? reader.next() : XMLStreamConstants.END_DOCUMENT;
        } catch (XMLStreamException e) {
            throw trouble(e);
        } catch (RuntimeException e) {
            // The parser is known to fall over its own arrays on some damaged files.
            throw new Refusal(MALFORMED, e);
        }
    }

    private void start() throws Refusal {
        if (++depth > DEPTH) {
            throw new Refusal(MALFORMED);
        }
        name(reader.getLocalName());
        name(reader.getPrefix());
        for (var i = 0; i < reader.getAttributeCount(); i++) {
            name(reader.getAttributeLocalName(i));
            name(reader.getAttributePrefix(i));
        }
        for (var i = 0; i < reader.getNamespaceCount(); i++) {
            name(reader.getNamespacePrefix(i));
            name(reader.getNamespaceURI(i));
        }
    }

    private void name(@Nullable String name) throws Refusal {
        if (names.add(name) && names.size() > NAMES) {
            throw new Refusal(MALFORMED);
        }
    }

    /** What a stream below threw is what is the matter; the rest is the file's. */
    private static IOException trouble(XMLStreamException e) {
        return e.getNestedException() instanceof IOException io ? io : new Refusal(MALFORMED, e);
    }

    /** The parser of the JDK, whatever else is on the class path. */
    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }
}

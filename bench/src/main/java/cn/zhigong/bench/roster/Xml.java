package cn.zhigong.bench.roster;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedWriter;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** What the parts of a workbook have in common. */
final class Xml {

    static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    private Xml() {}

    static XMLStreamWriter writer(OutputStream out) throws XMLStreamException {
        return XMLOutputFactory.newDefaultFactory()
                .createXMLStreamWriter(new BufferedWriter(new OutputStreamWriter(out, UTF_8)));
    }

    static void element(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }
}

package cn.zhigong.bench.roster;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * The texts of a workbook's cells, each once, in a part behind the sheet that names them by number. They wait in a
 * file, and repetitions are looked for among the first ones only, so that memory does not grow with the sheet; those
 * are the words and names that do repeat.
 */
final class SharedTexts implements AutoCloseable {

    private static final int REMEMBERED = 50_000;

    private final Map<String, Integer> known = new HashMap<>();
    private final Path file;
    private final OutputStream stream;
    private final XMLStreamWriter xml;
    private long used;
    private int different;

    SharedTexts() throws IOException, XMLStreamException {
        this.file = Files.createTempFile("roster", ".xml");
        this.stream = Files.newOutputStream(file);
        this.xml = Xml.writer(stream);
    }

    /** The number of a text. */
    int number(String text) throws XMLStreamException {
        used++;
        var before = known.get(text);
        if (before != null) {
            return before;
        }
        xml.writeStartElement("si");
        Xml.element(xml, "t", text);
        xml.writeEndElement();
        if (known.size() < REMEMBERED) {
            known.put(text, different);
        }
        return different++;
    }

    void write(OutputStream part) throws IOException, XMLStreamException {
        xml.flush();
        stream.flush();
        part.write("""
                <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
                <sst xmlns="%s" count="%d" uniqueCount="%d">""".formatted(Xml.MAIN, used, different).getBytes(UTF_8));
        var _ = Files.copy(file, part);
        part.write("</sst>".getBytes(UTF_8));
    }

    @Override
    public void close() throws IOException {
        stream.close();
        Files.delete(file);
    }
}

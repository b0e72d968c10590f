package cn.zhigong.bench.roster;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * A roster as a workbook of one sheet, as Excel writes it: shared texts, numbers and days as such, one style for days.
 */
final class XlsxFile {

    /** Of a sheet, the heading among them. */
    private static final int MOST_ROWS = 1 << 20;

    /** Days are counted from here, for Lotus took 1900 for a leap year. */
    private static final LocalDate EPOCH = LocalDate.of(1899, 12, 30);

    private static final String DAY_STYLE = "1";

    private static final String DECLARATION = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    private static final String CONTENT_TYPES = DECLARATION + """
            <Types xmlns="%1$scontent-types"><Default Extension="rels" \
            ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" \
            ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="%2$ssheet.main+xml"/>\
            <Override PartName="/xl/worksheets/sheet1.xml" ContentType="%2$sworksheet+xml"/>\
            <Override PartName="/xl/styles.xml" ContentType="%2$sstyles+xml"/>\
            <Override PartName="/xl/sharedStrings.xml" ContentType="%2$ssharedStrings+xml"/></Types>""".formatted(PACKAGE, TYPE);

    private static final String RELATIONSHIPS = DECLARATION + """
            <Relationships xmlns="%1$srelationships"><Relationship Id="rId1" Type="%2$s/officeDocument" \
            Target="xl/workbook.xml"/></Relationships>""".formatted(PACKAGE, OFFICE);

    private static final String WORKBOOK = DECLARATION + """
            <workbook xmlns="%s" xmlns:r="%s"><sheets><sheet name="会员名册" sheetId="1" r:id="rId1"/></sheets>\
            </workbook>""".formatted(Xml.MAIN, OFFICE);

    private static final String WORKBOOK_RELATIONSHIPS = DECLARATION + """
            <Relationships xmlns="%1$srelationships"><Relationship Id="rId1" Type="%2$s/worksheet" \
            Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="%2$s/styles" Target="styles.xml"/>\
            <Relationship Id="rId3" Type="%2$s/sharedStrings" Target="sharedStrings.xml"/></Relationships>""".formatted(PACKAGE, OFFICE);

    /** The plain style, and that of days (format 14: the day as the reader's country writes it). */
    private static final String STYLES = DECLARATION + """
            <styleSheet xmlns="%s"><fonts count="1"><font><sz val="11"/><name val="等线"/></font></fonts>\
            <fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/>\
            </fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>\
            <cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>\
            <cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>\
            <xf numFmtId="14" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs>\
            <cellStyles count="1"><cellStyle name="常规" xfId="0" builtinId="0"/></cellStyles></styleSheet>""".formatted(Xml.MAIN);

    private final Roster roster;
    private final ZipOutputStream zip;
    private final SharedTexts texts;

    private XlsxFile(Roster roster, ZipOutputStream zip, SharedTexts texts) {
        this.roster = roster;
        this.zip = zip;
        this.texts = texts;
    }

    static void write(Roster roster, OutputStream out) throws IOException {
        if (roster.rows() >= MOST_ROWS) {
            throw new IllegalArgumentException("A sheet has room for %d rows".formatted(MOST_ROWS - 1));
        }
        try (var texts = new SharedTexts()) {
            var zip = new ZipOutputStream(out, UTF_8);
            new XlsxFile(roster, zip, texts).write();
            zip.finish();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    /** The parts in Excel's order, the texts behind the sheet. */
    private void write() throws IOException, XMLStreamException {
        part("[Content_Types].xml", CONTENT_TYPES);
        part("_rels/.rels", RELATIONSHIPS);
        part("xl/workbook.xml", WORKBOOK);
        part("xl/_rels/workbook.xml.rels", WORKBOOK_RELATIONSHIPS);
        begin("xl/worksheets/sheet1.xml");
        sheet(Xml.writer(zip));
        part("xl/styles.xml", STYLES);
        begin("xl/sharedStrings.xml");
        texts.write(zip);
        zip.closeEntry();
    }

    private void part(String name, String content) throws IOException {
        begin(name);
        zip.write(content.getBytes(UTF_8));
    }

    private void begin(String name) throws IOException {
        var entry = new ZipEntry(name);
        // One seed is one file, whenever it is written; this is the earliest time that a zip file can tell.
        entry.setTimeLocal(LocalDate.of(1980, 1, 1).atStartOfDay());
        zip.putNextEntry(entry);
    }

    private void sheet(XMLStreamWriter xml) throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("worksheet");
        xml.writeDefaultNamespace(Xml.MAIN);
        xml.writeEmptyElement("dimension");
        xml.writeAttribute("ref", "A1:%s%d".formatted(letter(RosterColumn.values().length - 1), roster.rows() + 1));
        xml.writeStartElement("sheetData");
        row(xml, 1, columns().map(column -> new RosterColumn.Cell.Text(column.heading())));
        var line = 1;
        for (Iterator<RosterRow> rows = roster.stream().iterator(); rows.hasNext(); ) {
            var row = rows.next();
            row(xml, ++line, columns().map(column -> column.of(row)));
        }
        xml.writeEndElement();
        xml.writeEndElement();
        xml.writeEndDocument();
        xml.flush();
    }

    private static Stream<RosterColumn> columns() {
        return Stream.of(RosterColumn.values());
    }

    private void row(XMLStreamWriter xml, int line, Stream<? extends RosterColumn.Cell> cells)
            throws XMLStreamException {
        xml.writeStartElement("row");
        xml.writeAttribute("r", Integer.toString(line));
        xml.writeAttribute("spans", "1:" + RosterColumn.values().length);
        var column = 0;
        for (Iterator<? extends RosterColumn.Cell> all = cells.iterator(); all.hasNext(); ) {
            cell(xml, letter(column++) + line, all.next());
        }
        xml.writeEndElement();
    }

    private void cell(XMLStreamWriter xml, String place, RosterColumn.Cell cell) throws XMLStreamException {
        if (cell.text().isEmpty()) {
            return;
        }
        xml.writeStartElement("c");
        xml.writeAttribute("r", place);
        switch (cell) {
            case RosterColumn.Cell.Text(var text) -> {
                xml.writeAttribute("t", "s");
                Xml.element(xml, "v", Integer.toString(texts.number(text)));
            }
            case RosterColumn.Cell.Whole(var number) -> Xml.element(xml, "v", Long.toString(number));
            case RosterColumn.Cell.Day(var day) -> {
                xml.writeAttribute("s", DAY_STYLE);
                Xml.element(xml, "v", Long.toString(day.toEpochDay() - EPOCH.toEpochDay()));
            }
        }
        xml.writeEndElement();
    }

    private static String letter(int column) {
        return String.valueOf((char) ('A' + column));
    }
}

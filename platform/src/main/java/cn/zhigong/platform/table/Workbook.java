package cn.zhigong.platform.table;

import static cn.zhigong.platform.table.UnreadableTableException.Reason.MALFORMED;
import static cn.zhigong.platform.table.UnreadableTableException.Reason.NOT_A_TABLE;

import cn.zhigong.platform.table.Parts.PartReader;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A workbook (XLSX, ECMA-376): what it is, its sheets, the texts and formats of their cells, and the rows of one. */
final class Workbook {
    private static final int MOST_SHEETS = 1_024;

    private final Parts parts;
    private final TableLimits limits;
    private final List<String> visible = new ArrayList<>();
    private boolean counts1904;

    private Workbook(Parts parts, TableLimits limits) {
        this.parts = parts;
        this.limits = limits;
    }

    /** Tells the rows of the first visible sheet. */
    static void read(Parts parts, TableLimits limits, Rows rows) throws IOException {
        new Workbook(parts, limits).read(rows);
    }

    private void read(Rows rows) throws IOException {
        if (!parts.has(Relationships.of(""))) {
            throw new Refusal(NOT_A_TABLE);
        }
        var name = related("")
                .target("officeDocument")
                .filter(part -> part.endsWith(".xml")) // not the binary kind
                .orElseThrow(() -> new Refusal(NOT_A_TABLE));
        parts.read(name, this::readSheets);
        var related = related(name);
        var sheet = visible.stream()
                .flatMap(id -> related.target(id, "worksheet").stream())
                .findFirst()
                .orElseThrow(() -> new Refusal(NOT_A_TABLE));
        var texts = new SharedTexts(limits);
        readIfThere(related.target("sharedStrings"), texts::read);
        var formats = new Formats(limits);
        readIfThere(related.target("styles"), formats::read);
        var reader = new SheetReader(limits, texts, new Values(formats, counts1904), rows);
        parts.read(sheet, reader::read);
    }

    private Relationships related(String part) throws IOException {
        var related = new Relationships(part, limits);
        parts.read(Relationships.of(part), related::read);
        return related;
    }

    /** A cell that refers to what is not there is found when it is read. */
    private void readIfThere(Optional<String> part, PartReader reader) throws IOException {
        if (part.isPresent() && parts.has(part.get())) {
            parts.read(part.get(), reader);
        }
    }

    private void readSheets(InputStream part) throws IOException {
        var xml = new Xml(part, limits);
        xml.requireRoot("workbook", new Refusal(NOT_A_TABLE));
        while (xml.next()) {
            if (xml.starts("workbookPr")) {
                counts1904 = xml.flag("date1904");
            } else if (xml.starts("sheet")) {
                addSheet(xml);
            }
        }
    }

    private void addSheet(Xml xml) throws Refusal {
        var state = xml.attribute("state");
        var id = xml.attribute("id");
        if (id == null || "hidden".equals(state) || "veryHidden".equals(state)) {
            return;
        }
        require(visible.size() < MOST_SHEETS);
        visible.add(id);
    }

    private static void require(boolean kept) throws Refusal {
        if (!kept) {
            throw new Refusal(MALFORMED);
        }
    }
}

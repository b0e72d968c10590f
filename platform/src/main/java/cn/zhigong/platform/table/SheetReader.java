package cn.zhigong.platform.table;

import static cn.zhigong.platform.table.UnreadableTableException.Reason.MALFORMED;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Tells the rows of one sheet. Where they stand is what they say of themselves; how many there are is not believed. */
final class SheetReader {
    private static final int LAST_ROW = 1 << 20;
    private static final int COLUMNS = 1 << 14;
    private static final int LETTERS = 26;
    private static final String MIDNIGHT = "T00:00:00";

    private final TableLimits limits;
    private final SharedTexts texts;
    private final Values values;
    private final Rows rows;

    private int row;
    private int column;

    SheetReader(TableLimits limits, SharedTexts texts, Values values, Rows rows) {
        this.limits = limits;
        this.texts = texts;
        this.values = values;
        this.rows = rows;
    }

    void read(InputStream part) throws IOException {
        var xml = new Xml(part, limits);
        xml.requireRoot("worksheet", new Refusal(MALFORMED));
        while (!xml.ends("sheetData") && xml.next()) {
            if (xml.starts("row")) {
                readRow(xml);
            }
        }
    }

    private void readRow(Xml xml) throws IOException {
        var at = Digits.value(xml.attribute("r"), row + 1);
        require(at > row && at <= LAST_ROW);
        row = at;
        column = -1;
        rows.begin(row);
        while (!xml.ends("row") && xml.next()) {
            if (xml.starts("c")) {
                readCell(xml);
            }
        }
        rows.end();
    }

    private void readCell(Xml xml) throws IOException {
        var at = column(xml.attribute("r"), column + 1);
        require(at > column && at < COLUMNS);
        column = at;
        var type = xml.attribute("t");
        var style = Digits.value(xml.attribute("s"), 0);
        var text = "";
        while (!xml.ends("c") && xml.next()) {
            if (xml.starts("v")) {
                text = value(xml, type == null ? "n" : type, style);
            } else if (xml.starts("is")) {
                text = RichText.read(xml, "is", limits.cellLength());
            }
        }
        rows.cell(column, text);
    }

    private String value(Xml xml, String type, int style) throws IOException {
        var read = new StringBuilder();
        xml.appendText(read, RichText.most(limits.cellLength()));
        if (read.isEmpty()) {
            return "";
        }
        return switch (type) {
            case "s" -> texts.text(Digits.value(read.toString(), -1));
            case "n" -> values.shown(read.toString(), style);
            case "b" -> read.toString().strip().equals("1") ? "TRUE" : "FALSE";
            case "d" -> day(read.toString());
            // The text of a formula, or the name of an error such as #REF!.
            default -> RichText.unescaped(read);
        };
    }

    private static String day(String date) {
        var midnight = date.indexOf(MIDNIGHT);
        return midnight < 0 ? date : date.substring(0, midnight);
    }

    /** The column of a reference such as AB12, counted from 0. */
    private static int column(@Nullable String reference, int otherwise) throws Refusal {
        if (reference == null) {
            return otherwise;
        }
        var column = 0;
        var letters = 0;
        while (letters < reference.length() && isLetter(reference.charAt(letters)) && column < COLUMNS) {
            column = column * LETTERS + reference.charAt(letters) - 'A' + 1;
            letters++;
        }
        require(letters > 0);
        return column - 1;
    }

    private static boolean isLetter(char c) {
        return c >= 'A' && c <= 'Z';
    }

    private static void require(boolean kept) throws Refusal {
        if (!kept) {
            throw new Refusal(MALFORMED);
        }
    }
}

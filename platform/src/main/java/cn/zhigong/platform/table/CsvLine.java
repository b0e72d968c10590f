package cn.zhigong.platform.table;

import java.text.Normalizer;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Lines of CSV (RFC 4180) that a spreadsheet opens without taking a cell for a formula. */
public final class CsvLine {
    /** Before the first line: without it spreadsheets take the file for another encoding than UTF-8. */
    public static final String MARK = "\uFEFF";

    /** Spreadsheets take their full-width and small forms for them, as {@link Normalizer.Form#NFKC} does. */
    private static final String BEGINS_FORMULA = "=+-@\u2212";

    private static final Pattern NEGATIVE = Pattern.compile("-\\d{1,15}(\\.\\d{1,15})?");
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}]([^,;\t\r\n\"]*[\\p{L}\\p{N}])?");

    private CsvLine() {}

    /**
     * One line, with its line break (CRLF). What a spreadsheet would compute gets an apostrophe in front; negative
     * numbers are left as they are.
     */
    public static String of(List<String> cells) {
        return cells.stream().map(CsvLine::harmless).map(CsvLine::quoted).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String harmless(String cell) {
        return isComputed(cell) && !NEGATIVE.matcher(cell).matches() ? "'" + cell : cell;
    }

    private static boolean isComputed(String cell) {
        var moved = false;
        for (var at = 0; at < cell.length(); at += Character.charCount(cell.codePointAt(at))) {
            var character = cell.codePointAt(at);
            if (!Blank.is(character)) {
                var form = Normalizer.normalize(Character.toString(character), Normalizer.Form.NFKC);
                return moved || BEGINS_FORMULA.indexOf(form.codePointAt(0)) >= 0;
            }
            // Spreadsheets may take what follows for the beginning of a cell.
            moved |= character == '\t' || character == '\r' || character == '\n';
        }
        return false;
    }

    private static String quoted(String cell) {
        return cell.isEmpty() || PLAIN.matcher(cell).matches() ? cell : "\"" + cell.replace("\"", "\"\"") + "\"";
    }
}

package cn.zhigong.platform.table;

import static cn.zhigong.platform.table.UnreadableTableException.Reason.MALFORMED;
import static cn.zhigong.platform.table.UnreadableTableException.Reason.NOT_A_TABLE;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.Iterator;
import java.util.List;

/** A CSV (RFC 4180), gone through for its encoding, its delimiter and its rows. */
final class Csv {

    private Csv() {}

    static void read(Content content, TableLimits limits, Rows rows) throws IOException {
        var charset = Encoding.of(content, limits.expandedBytes());
        requireNoMarkup(content, charset, limits);
        var delimiter = delimiter(content, charset, limits);
        try (var text = Encoding.open(content, charset, limits.expandedBytes())) {
            tell(records(text, delimiter, limits), rows);
        }
    }

    private static void tell(Iterator<List<String>> records, Rows rows) throws IOException {
        var line = 1;
        // Begun before it is known to exist: what is wrong with a row has its line.
        rows.begin(line);
        while (hasNext(records)) {
            var cells = records.next();
            for (var column = 0; column < cells.size(); column++) {
                rows.cell(column, cells.get(column));
            }
            rows.end();
            rows.begin(++line);
        }
    }

    private static boolean hasNext(Iterator<List<String>> records) throws IOException {
        try {
            return records.hasNext();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (CsvParseException e) {
            throw new Refusal(MALFORMED, e);
        }
    }

    private static Iterator<List<String>> records(Reader text, char delimiter, TableLimits limits) {
        var cells = new CsvCells(text, limits);
        return CsvReader.builder()
                .fieldSeparator(delimiter)
                .skipEmptyLines(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .maxBufferSize(cells.bufferSize())
                .build(cells, cells.bounded())
                .iterator();
    }

    private static char delimiter(Content content, Charset charset, TableLimits limits) throws IOException {
        try (var text = Encoding.open(content, charset, limits.expandedBytes())) {
            return Delimiter.of(text);
        }
    }

    /** Web pages are often named like spreadsheets. */
    private static void requireNoMarkup(Content content, Charset charset, TableLimits limits) throws IOException {
        try (var text = Encoding.open(content, charset, limits.expandedBytes())) {
            var first = text.read();
            while (first >= 0 && Blank.is(first)) {
                first = text.read();
            }
            if (first == '<') {
                throw new Refusal(NOT_A_TABLE);
            }
        }
    }
}

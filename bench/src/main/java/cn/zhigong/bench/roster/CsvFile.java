package cn.zhigong.bench.roster;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.Charset;
import java.util.Iterator;
import java.util.stream.Stream;

/** A roster as text: commas, quotes where they are needed, lines that end as on Windows. */
final class CsvFile {

    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final String LINE_END = "\r\n";

    private CsvFile() {}

    static void write(Roster roster, OutputStream out, Charset charset) throws IOException {
        // An encoder that meets a character it does not know says so instead of writing a question mark.
        var text = new BufferedWriter(new OutputStreamWriter(out, charset.newEncoder()));
        if (charset.equals(UTF_8)) {
            text.write(BYTE_ORDER_MARK);
        }
        text.write(line(Stream.of(RosterColumn.values()).map(RosterColumn::heading)));
        for (Iterator<RosterRow> rows = roster.stream().iterator(); rows.hasNext(); ) {
            var row = rows.next();
            text.write(line(Stream.of(RosterColumn.values())
                    .map(column -> column.of(row).text())));
        }
        text.flush();
    }

    private static String line(Stream<String> cells) {
        return cells.map(CsvFile::quoted).collect(joining(",", "", LINE_END));
    }

    private static String quoted(String cell) {
        var special = cell.indexOf(',') >= 0 || cell.indexOf('"') >= 0;
        return special ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
    }
}

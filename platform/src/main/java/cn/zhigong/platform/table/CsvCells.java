package cn.zhigong.platform.table;

import static cn.zhigong.platform.table.UnreadableTableException.Reason.CELL_TOO_LONG;

import de.siegmar.fastcsv.reader.CsvCallbackHandler;
import de.siegmar.fastcsv.reader.RecordType;
import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;

/**
 * The cells of one record after the other, as many and as much of each as it takes to see that a limit is broken. The
 * parser tells a cell when it is complete, so a quote that is never closed is bounded before the parser, by how much is
 * read between two cells.
 */
final class CsvCells extends CsvCallbackHandler<List<String>> {
    /** What the parser reads ahead, several times over. */
    private static final int AHEAD = 1 << 16;

    private final Reader text;
    private final int columns;
    private final int cellLength;
    private List<String> cells = new ArrayList<>();
    private long readSinceCell;

    CsvCells(Reader text, TableLimits limits) {
        this.text = text;
        this.columns = limits.columns();
        this.cellLength = limits.cellLength();
    }

    /** The text, which ends with a refusal within a cell that is too long. */
    Reader bounded() {
        return new FilterReader(text) {
            @Override
            public int read(char[] buffer, int from, int length) throws IOException {
                if (readSinceCell > longest()) {
                    throw new Refusal(CELL_TOO_LONG);
                }
                var read = in.read(buffer, from, length);
                readSinceCell += Math.max(read, 0);
                return read;
            }
        };
    }

    int bufferSize() {
        return (int) Math.min(longest() + AHEAD, Integer.MAX_VALUE);
    }

    /** Of nothing but quotes, each of them doubled, within quotes. */
    private long longest() {
        return 2L * cellLength + 2;
    }

    @Override
    protected void beginRecord(long startingLineNumber) {
        cells = new ArrayList<>();
        readSinceCell = 0;
    }

    @Override
    protected void addField(char[] buffer, int from, int length, boolean quoted) {
        readSinceCell = 0;
        var cell = new String(buffer, from, (int) Math.min(length, cellLength + 1L));
        if (cells.size() < columns || (cells.size() == columns && !Blank.is(cell))) {
            cells.add(cell);
        }
    }

    @Override
    protected List<String> buildRecord() {
        return cells;
    }

    @Override
    protected RecordType getRecordType() {
        return RecordType.DATA;
    }

    @Override
    protected int getFieldCount() {
        return cells.size();
    }

    @Override
    protected void setEmpty() {
        // A record without cells.
    }

    @Override
    protected void setComment(char[] buffer, int from, int length) {
        throw new IllegalStateException("Comments are not asked for");
    }
}

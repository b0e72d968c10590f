package cn.zhigong.platform.table;

import static cn.zhigong.platform.table.UnreadableTableException.Reason.CELL_TOO_LONG;
import static cn.zhigong.platform.table.UnreadableTableException.Reason.TOO_MANY_COLUMNS;
import static cn.zhigong.platform.table.UnreadableTableException.Reason.TOO_MANY_ROWS;

import java.util.ArrayList;
import java.util.List;

/** Collects the cells of one row after the other, holds them to the limits and passes on those with text. */
final class Rows {
    private final TableLimits limits;
    private final RowTaker taker;
    private List<String> cells = new ArrayList<>();
    private boolean text;
    private int line;
    private int told;

    Rows(TableLimits limits, RowTaker taker) {
        this.limits = limits;
        this.taker = taker;
    }

    void begin(int next) {
        line = next;
        text = false;
        // What was told belongs to the taker.
        cells = new ArrayList<>(cells.size());
    }

    /**
     * Columns count from 0 and come in their order. Beyond the last that is allowed nothing may stand: spreadsheets
     * keep empty cells there for the sake of their format.
     */
    void cell(int column, String typed) throws Refusal {
        var blank = Blank.is(typed);
        if (typed.isEmpty() || (blank && column >= limits.columns())) {
            return;
        }
        if (column >= limits.columns()) {
            throw new Refusal(TOO_MANY_COLUMNS);
        }
        if (typed.length() > limits.cellLength()) {
            throw new Refusal(CELL_TOO_LONG);
        }
        while (cells.size() < column) {
            cells.add("");
        }
        cells.add(typed);
        text |= !blank;
    }

    void end() throws Refusal {
        if (!text) {
            return;
        }
        if (told == limits.rows()) {
            throw new Refusal(TOO_MANY_ROWS);
        }
        told++;
        taker.row(line, cells);
    }

    /** Of the row that was begun last; 0 before the first. */
    int line() {
        return line;
    }

    int told() {
        return told;
    }
}

package cn.zhigong.platform.table;

import java.util.List;

/** Is told the rows of a table in their order. The first is the heading and is told as any other. */
@FunctionalInterface
public interface RowTaker {
    /**
     * A row with text in it; those without are counted in the line and not told.
     *
     * @param line as a spreadsheet shows it, from 1; a line break within quotes begins no new one
     * @param cells what was typed, spaces included; empty ones at the end may be missing; none is null. A list of its
     *     own for each row, which may be kept
     */
    void row(int line, List<String> cells);
}

package cn.zhigong.platform.table;

/**
 * How large a table may be.
 *
 * @param rows with text, the heading among them
 * @param columns of a row, up to its last cell with text
 * @param cellLength characters (UTF-16 units) of one cell
 * @param expandedBytes of the file, and of what is read of it when it is unpacked; a workbook of a few megabytes is
 *     refused before that when it expands a hundred times. It bounds time; memory is bounded by a row and by what
 *     {@link Tables} says of texts that cells share
 */
public record TableLimits(int rows, int columns, int cellLength, long expandedBytes) {
    public TableLimits {
        if (rows < 1 || columns < 1 || cellLength < 1 || expandedBytes < 1) {
            throw new IllegalArgumentException("A limit below 1 admits no table");
        }
    }
}

package cn.zhigong.platform.table;

import static cn.zhigong.platform.table.UnreadableTableException.Reason.EMPTY;
import static cn.zhigong.platform.table.UnreadableTableException.Reason.MALFORMED;

import java.io.IOException;

/**
 * Reads tables.
 *
 * <p>CSV is UTF-8, GB 18030, or UTF-16 with a byte order mark, separated by commas, semicolons or tabs. Of a workbook
 * (XLSX) the first visible sheet is read, hidden rows and columns too: dates as {@code 2020-05-01}, with the time after
 * a {@code T} when the format shows one; truth as {@code TRUE}; formulas by the value that was computed last, empty if
 * none was; numbers in full unless they have more than 15 digits. Those have lost digits in the spreadsheet already and
 * are written {@code 1.10101199003072E17}, so that nobody takes them for the number that was typed.
 *
 * <p>Nothing is written to disk and nothing outside the content is asked. Memory holds one row and, of a workbook, the
 * texts that its cells share: {@link SharedTexts#BYTES} at most.
 */
public final class Tables {

    private Tables() {}

    /**
     * Tells each row, from the calling thread.
     *
     * @throws UnreadableTableException when the file is no table within the limits; rows before may have been told
     * @throws IOException when the content itself cannot be had
     */
    public static void read(Content content, TableLimits limits, RowTaker taker)
            throws UnreadableTableException, IOException {
        var rows = new Rows(limits, taker);
        try {
            FileKind.of(content).read(content, limits, rows);
        } catch (ContentTrouble trouble) {
            throw trouble.told();
        } catch (Refusal refusal) {
            throw new UnreadableTableException(refusal.reason(), rows.line(), refusal);
        } catch (IOException damaged) {
            throw new UnreadableTableException(MALFORMED, rows.line(), damaged);
        }
        if (rows.told() == 0) {
            throw new UnreadableTableException(EMPTY);
        }
    }
}

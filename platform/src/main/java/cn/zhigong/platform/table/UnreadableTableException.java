package cn.zhigong.platform.table;

import java.util.OptionalInt;

/**
 * A file is no table that we read. It is the uploader's to mend, and rows may have been told before it was found: who
 * takes rows keeps none of them until {@link Tables#read} returns.
 */
public final class UnreadableTableException extends Exception {
    /** What is wrong with the file. */
    public enum Reason {
        /** No row has text. */
        EMPTY,
        /** Another kind of file: an image, a web page, a text document, a workbook of the old binary format. */
        NOT_A_TABLE,
        /** Text that is neither UTF-8 nor GB 18030, nor UTF-16 that says so. */
        ENCODING,
        /** Damaged or forged: a quote that is never closed, a workbook whose parts contradict one another. */
        MALFORMED,
        /** A workbook that asks for a password. */
        ENCRYPTED,
        TOO_MANY_ROWS,
        TOO_MANY_COLUMNS,
        CELL_TOO_LONG,
        /** Unpacked it is larger than allowed, or it has more shared texts or more parts than memory is given. */
        EXPANDS_TOO_FAR
    }

    private static final int NO_LINE = 0;

    private final Reason reason;
    private final int line;

    UnreadableTableException(Reason reason) {
        super(reason.name());
        this.reason = reason;
        this.line = NO_LINE;
    }

    UnreadableTableException(Reason reason, int line, Throwable cause) {
        super(line == NO_LINE ? reason.name() : "%s at line %d".formatted(reason, line), cause);
        this.reason = reason;
        this.line = line;
    }

    public Reason reason() {
        return reason;
    }

    /** The line, counted as {@link RowTaker} does, where reading stopped; empty when no row was come to. */
    public OptionalInt line() {
        return line == NO_LINE ? OptionalInt.empty() : OptionalInt.of(line);
    }
}

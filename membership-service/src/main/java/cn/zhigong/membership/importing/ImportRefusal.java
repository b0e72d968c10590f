package cn.zhigong.membership.importing;

import cn.zhigong.platform.table.UnreadableTableException;

/** Why a file is no roster. */
enum ImportRefusal {
    EMPTY,
    NOT_A_TABLE,
    ENCODING,
    MALFORMED,
    ENCRYPTED,
    TOO_MANY_ROWS,
    TOO_MANY_COLUMNS,
    CELL_TOO_LONG,
    EXPANDS_TOO_FAR,
    /** 无法处理: reading it failed more than once, and nobody knows why. */
    UNPROCESSABLE,
    /** 姓名不符过多: so many numbers come with another name that somebody may be trying numbers; nothing of it is told. */
    TOO_MANY_MISMATCHES;

    static ImportRefusal of(UnreadableTableException.Reason reason) {
        return valueOf(reason.name());
    }
}

package cn.zhigong.platform.testing;

import cn.zhigong.platform.sql.Sql;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The states that a partial index is made for, to be compared with those of the code's own condition. */
public final class PartialIndex {

    private static final Pattern CONSTANT = Pattern.compile("'([A-Z_]+)'");

    private PartialIndex() {}

    /** The constants that an index's condition names. */
    public static Set<String> constants(Sql sql, String index) {
        return sql.first(
                        "select pg_get_expr(indpred, indrelid) from pg_index where indexrelid = ?::regclass",
                        row -> constantsIn(row.text(1)),
                        index)
                .orElseThrow();
    }

    /** The constants that a condition in SQL names. */
    public static Set<String> constantsIn(String condition) {
        return CONSTANT.matcher(condition)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
    }
}

package cn.zhigong.platform.sql;

import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows in the text format of PostgreSQL's {@code copy}: a line each, tabs between the columns. */
final class CopyText {

    private static final HexFormat HEX = HexFormat.of();

    private CopyText() {}

    static String of(List<@Nullable Object[]> rows) {
        var text = new StringBuilder(rows.size() * 200);
        for (var row : rows) {
            for (var i = 0; i < row.length; i++) {
                if (i > 0) {
                    text.append('\t');
                }
                append(text, row[i]);
            }
            text.append('\n');
        }
        return text.toString();
    }

    private static void append(StringBuilder text, @Nullable Object value) {
        switch (value) {
            case null -> text.append("\\N");
            case byte[] bytes -> HEX.formatHex(text.append("\\\\x"), bytes);
            case Instant instant -> text.append(instant);
            case Enum<?> constant -> text.append(constant.name());
            default -> escape(text, value.toString());
        }
    }

    private static void escape(StringBuilder text, String value) {
        for (var i = 0; i < value.length(); i++) {
            var c = value.charAt(i);
            switch (c) {
                case '\\' -> text.append("\\\\");
                case '\t' -> text.append("\\t");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                default -> text.append(c);
            }
        }
    }
}

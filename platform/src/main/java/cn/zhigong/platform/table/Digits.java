package cn.zhigong.platform.table;

import static cn.zhigong.platform.table.UnreadableTableException.Reason.MALFORMED;

import org.jspecify.annotations.Nullable;

/** Numbers by which the parts of a workbook refer to one another. */
final class Digits {
    private static final int MOST = 9;

    private Digits() {}

    /**
     * The value of ASCII digits.
     *
     * @param otherwise when there is no text
     */
    static int value(@Nullable String text, int otherwise) throws Refusal {
        if (text == null) {
            return otherwise;
        }
        var digits = text.strip();
        if (digits.isEmpty() || digits.length() > MOST || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new Refusal(MALFORMED);
        }
        return Integer.parseInt(digits);
    }
}

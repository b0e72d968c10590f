package cn.zhigong.platform.privacy;

/**
 * How personal data looks to those who need to recognise it but not to know it. At least half of every text stays
 * hidden (mobile numbers: four of eleven), and the length stays visible.
 */
public final class Masking {
    private static final String STAR = "*";

    /** From this length on three leading and four trailing characters are fewer than half. */
    private static final int LONG_NUMBER = 14;

    private static final int MOBILE = 11;

    private Masking() {}

    /** A document number: {@code 310***********7518}; of short ones, such as passports, only the last two at most. */
    public static String identity(String number) {
        var length = length(number);
        return length >= LONG_NUMBER ? keep(number, 3, 4) : keep(number, 0, Math.min(2, length / 4));
    }

    /** A mobile number: {@code 138****1234}; anything that is not eleven long shows its last two at most. */
    public static String phone(String number) {
        var length = length(number);
        return length == MOBILE ? keep(number, 3, 4) : keep(number, 0, Math.min(2, length / 4));
    }

    /** A name: the first character and a star for each other; a single character is hidden as a whole. */
    public static String name(String name) {
        return keep(name, length(name) > 1 ? 1 : 0, 0);
    }

    private static String keep(String text, int leading, int trailing) {
        var head = text.offsetByCodePoints(0, leading);
        var tail = text.offsetByCodePoints(text.length(), -trailing);
        return text.substring(0, head) + STAR.repeat(text.codePointCount(head, tail)) + text.substring(tail);
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}

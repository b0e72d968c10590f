package cn.zhigong.gateway.proxy;

/** Recognises a citizen identity number (公民身份号码, GB 11643: 18 characters, ISO 7064 MOD 11-2) inside a text. */
final class IdentityNumbers {
    private static final int LENGTH = 18;
    private static final String CHECK_CHARACTERS = "10X98765432";

    private IdentityNumbers() {}

    /** Whether the text holds one that stands alone, with a plausible birth date and the right check character. */
    static boolean in(String text) {
        var digits = 0;
        for (int i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            var digit = c >= '0' && c <= '9';
            digits = digit ? digits + 1 : digits;
            var ends = i + 1 == text.length() || !isDigit(text.charAt(i + 1));
            if (digit && digits == LENGTH && ends && valid(text, i + 1 - LENGTH)) {
                return true;
            }
            if ((c == 'X' || c == 'x') && digits == LENGTH - 1 && valid(text, i + 1 - LENGTH)) {
                return true;
            }
            digits = digit ? digits : 0;
        }
        return false;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean valid(String text, int start) {
        var century = number(text, start + 6, 2);
        var month = number(text, start + 10, 2);
        var day = number(text, start + 12, 2);
        if ((century != 19 && century != 20) || month < 1 || month > 12 || day < 1 || day > 31) {
            return false;
        }
        var sum = 0;
        var weight = 1; // of the last place; each place to the left weighs twice as much, modulo 11
        for (int i = LENGTH - 2; i >= 0; i--) {
            weight = weight * 2 % 11;
            sum += (text.charAt(start + i) - '0') * weight;
        }
        return CHECK_CHARACTERS.charAt(sum % 11) == Character.toUpperCase(text.charAt(start + LENGTH - 1));
    }

    private static int number(String text, int start, int length) {
        var value = 0;
        for (int i = start; i < start + length; i++) {
            value = value * 10 + text.charAt(i) - '0';
        }
        return value;
    }
}

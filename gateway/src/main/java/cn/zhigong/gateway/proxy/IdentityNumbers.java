package cn.zhigong.gateway.proxy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Recognises a citizen identity number (公民身份号码, GB 11643: 18 characters, ISO 7064 MOD 11-2) inside a text. */
final class IdentityNumbers {
    private static final int LENGTH = 18;
    private static final char FULL_WIDTH_FIRST = '\uff01';
    private static final char FULL_WIDTH_LAST = '\uff5e';
    private static final String CHECK_CHARACTERS = "10X98765432";

    private IdentityNumbers() {}

    /**
     * Whether a request target holds one, as it stands or behind percent-encoding, in the digits of ASCII or the full
     * width that a Chinese keyboard may write.
     */
    static boolean inTarget(String target) {
        return in(target.indexOf('%') < 0 ? target : halfWidth(decoded(target)));
    }

    /** Lenient: what is no encoding stays as it is, since somebody behind us may be lenient, too. */
    private static String decoded(String target) {
        var bytes = new ByteArrayOutputStream(target.length());
        for (int i = 0; i < target.length(); i++) {
            var high = i + 2 < target.length() ? Character.digit(target.charAt(i + 1), 16) : -1;
            var low = i + 2 < target.length() ? Character.digit(target.charAt(i + 2), 16) : -1;
            if (target.charAt(i) == '%' && high >= 0 && low >= 0) {
                bytes.write(high * 16 + low);
                i += 2;
            } else {
                bytes.write(target.charAt(i));
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static String halfWidth(String text) {
        var plain = new StringBuilder(text);
        for (int i = 0; i < plain.length(); i++) {
            var c = plain.charAt(i);
            if (c >= FULL_WIDTH_FIRST && c <= FULL_WIDTH_LAST) {
                plain.setCharAt(i, (char) (c - FULL_WIDTH_FIRST + '!'));
            }
        }
        return plain.toString();
    }

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

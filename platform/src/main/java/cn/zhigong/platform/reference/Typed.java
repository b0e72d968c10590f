package cn.zhigong.platform.reference;

/** The ways in which people and copy-and-paste change a number without meaning to. */
final class Typed {
    private static final int WIDTH_OFFSET = '！' - '!';

    private Typed() {}

    /** Full-width forms (U+FF01 to U+FF5E, the ideographic space) as ASCII, white space around the text removed. */
    static String narrow(String text) {
        var narrow = new StringBuilder(text.length());
        for (var i = 0; i < text.length(); i++) {
            narrow.append(narrow(text.charAt(i)));
        }
        return narrow.toString().strip();
    }

    /** ASCII letters in upper case; a dotless i or a sharp s stays what it is and fails later. */
    static String upper(String text) {
        var upper = new StringBuilder(text.length());
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            upper.append(c >= 'a' && c <= 'z' ? (char) (c - 'a' + 'A') : c);
        }
        return upper.toString();
    }

    static boolean isDigits(String text) {
        return text.chars().allMatch(Typed::isDigit);
    }

    static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    static boolean isLetter(int c) {
        return c >= 'A' && c <= 'Z';
    }

    static boolean isLetterOrDigit(int c) {
        return isLetter(c) || isDigit(c);
    }

    private static char narrow(char c) {
        if (c >= '！' && c <= '～') {
            return (char) (c - WIDTH_OFFSET);
        }
        return c == '\u3000' ? ' ' : c;
    }
}

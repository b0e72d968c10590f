package cn.zhigong.platform.table;

import java.util.Locale;
import java.util.regex.Pattern;

/** What a number format makes of a number. */
enum Format {
    NUMBER,
    DATE,
    TIME,
    DATE_TIME;

    /** Texts in quotes, escaped, padding; colours, conditions and languages; how halves of the day are called. */
    private static final Pattern LITERAL =
            Pattern.compile("\"[^\"]*\"|[\\\\_*].|\\[(?!h+]|m+]|s+])[^]]*]|AM/PM|A/P|上午/下午");

    private static final Pattern ELAPSED = Pattern.compile("\\[[hms]+]");
    private static final Pattern EXPONENT = Pattern.compile("e[+-]");

    /** A format that the standard knows by its number, and none of the file. */
    static Format builtIn(int number) {
        return switch (number) {
            case 14, 15, 16, 17, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58 -> DATE;
            case 18, 19, 20, 21, 32, 33, 34, 35, 45, 47, 55, 56 -> TIME;
            case 22 -> DATE_TIME;
            default -> NUMBER;
        };
    }

    /** A format by its code, such as {@code yyyy"年"m"月"d"日";@}. What counts hours beyond a day is no time of day. */
    static Format of(String code) {
        var positive = firstSection(LITERAL.matcher(code).replaceAll("")).toLowerCase(Locale.ROOT);
        if (positive.contains("general") || ELAPSED.matcher(positive).find()) {
            return NUMBER;
        }
        var letters = EXPONENT.matcher(positive).replaceAll("");
        var time = has(letters, 'h') || has(letters, 's');
        // Beside hours or seconds an m is a minute.
        var date = has(letters, 'y') || has(letters, 'd') || has(letters, 'e') || (has(letters, 'm') && !time);
        if (date) {
            return time ? DATE_TIME : DATE;
        }
        return time ? TIME : NUMBER;
    }

    private static String firstSection(String code) {
        var end = code.indexOf(';');
        return end < 0 ? code : code.substring(0, end);
    }

    private static boolean has(String code, char letter) {
        return code.indexOf(letter) >= 0;
    }
}

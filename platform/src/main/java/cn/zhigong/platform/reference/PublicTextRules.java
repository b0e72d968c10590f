package cn.zhigong.platform.reference;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What may stand in texts that everybody reads: no markup, nothing invisible, and no number of a person. It keeps from
 * mistakes; who wants to give a number away writes it in words.
 */
public final class PublicTextRules {

    /** No colon: opening hours would add up to numbers. */
    private static final String BETWEEN = "[\\s\\p{Pd}\u2212.,\u00B7\u3001/_*~()]*";

    /** With or without the prefixes that are dialled before it, in the groups that people write. */
    private static final Pattern MOBILE =
            Pattern.compile("(?<!\\d)(?:(?:00)?86B|0B)?1[3-9]\\d(?:\\d{8}|B\\d{4}B\\d{4}|B\\d{8}|\\d{4}B\\d{4})(?!\\d)"
                    .replace("B", BETWEEN));

    /** A resident number has a birth date within it. */
    private static final Pattern IDENTITY = Pattern.compile(
            "(?<!\\d)\\d{6}B(?:19|20)\\d{2}B(?:0[1-9]|1[0-2])B(?:0[1-9]|[12]\\d|3[01])B\\d{3}B[\\dXx](?!\\d)"
                    .replace("B", BETWEEN));

    private static final Pattern BETWEEN_DIGITS = Pattern.compile("(?<=\\d)" + BETWEEN + "(?=\\d)");

    private PublicTextRules() {}

    /** The code of what is wrong with a text; empty when it may be shown. */
    static Optional<String> fault(String text) {
        if (!text.isBlank() && !VisibleText.isVisible(text)) {
            return Optional.of("INVISIBLE");
        }
        if (text.indexOf('<') >= 0 || text.indexOf('>') >= 0) {
            return Optional.of("MARKUP");
        }
        return holdsPrivateNumber(text) ? Optional.of("PRIVATE_NUMBER") : Optional.empty();
    }

    /** Whether a mobile or resident number is in it, however it is written: in digits of any script, in groups. */
    public static boolean holdsPrivateNumber(String text) {
        var plain = inAsciiDigits(Normalizer.normalize(text, Normalizer.Form.NFKC));
        return isPrivate(plain) || isPrivate(BETWEEN_DIGITS.matcher(plain).replaceAll(""));
    }

    private static String inAsciiDigits(String text) {
        var plain = new StringBuilder(text.length());
        text.codePoints()
                .forEach(point ->
                        plain.appendCodePoint(Character.isDigit(point) ? '0' + Character.digit(point, 10) : point));
        return plain.toString();
    }

    private static boolean isPrivate(String text) {
        return MOBILE.matcher(text).find() || IDENTITY.matcher(text).find();
    }
}

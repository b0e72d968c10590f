package cn.zhigong.platform.reference;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;

/** What may stand in texts that everybody reads: no markup, nothing invisible, and no number of a person. */
public final class PublicTextRules {

    private static final Pattern MOBILE = Pattern.compile("(?<!\\d)(?:86)?1[3-9]\\d{9}(?!\\d)");
    private static final Pattern IDENTITY = Pattern.compile("(?<!\\d)\\d{17}[\\dXx](?!\\d)");
    private static final Pattern BETWEEN_DIGITS = Pattern.compile("(?<=\\d)[\\s.-]+(?=\\d)");

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

    /** Whether a mobile or identity number is in it, however it is written: in full-width digits, in groups. */
    public static boolean holdsPrivateNumber(String text) {
        var plain = Normalizer.normalize(text, Normalizer.Form.NFKC);
        var joined = BETWEEN_DIGITS.matcher(plain).replaceAll("");
        return isPrivate(plain) || isPrivate(joined);
    }

    private static boolean isPrivate(String text) {
        return MOBILE.matcher(text).find() || IDENTITY.matcher(text).find();
    }
}

package cn.zhigong.membership.servicepoint;

import cn.zhigong.platform.reference.VisibleText;
import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;

/** What may stand in texts that everybody reads: no markup, nothing invisible, and no number of a person. */
final class PublicTextRules {

    private static final Pattern MOBILE = Pattern.compile("(?<!\\d)(?:86)?1[3-9]\\d{9}(?!\\d)");
    private static final Pattern IDENTITY = Pattern.compile("(?<!\\d)\\d{17}[\\dXx](?!\\d)");
    private static final Pattern BETWEEN_DIGITS = Pattern.compile("(?<=\\d)[\\s.-]+(?=\\d)");
    private static final Pattern LANDLINE = Pattern.compile("0\\d{2,3}-?[2-9]\\d{6,7}(-\\d{1,6})?");
    private static final Pattern SERVICE_LINE = Pattern.compile("[48]00-?\\d{3}-?\\d{4}|12\\d{3}|9[56]\\d{3,4}");

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

    /** However it is written: in full-width digits, in groups. */
    static boolean holdsPrivateNumber(String text) {
        var plain = Normalizer.normalize(text, Normalizer.Form.NFKC);
        var joined = BETWEEN_DIGITS.matcher(plain).replaceAll("");
        return isPrivate(plain) || isPrivate(joined);
    }

    private static boolean isPrivate(String text) {
        return MOBILE.matcher(text).find() || IDENTITY.matcher(text).find();
    }

    /** A place has a landline with its area code, or a service line; a mobile number is somebody's. */
    static Optional<String> faultOfPhone(String phone) {
        if (holdsPrivateNumber(phone)) {
            return Optional.of("PRIVATE_NUMBER");
        }
        return LANDLINE.matcher(phone).matches() || SERVICE_LINE.matcher(phone).matches()
                ? Optional.empty()
                : Optional.of("FORMAT");
    }
}

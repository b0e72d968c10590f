package cn.zhigong.membership.member;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * Why an officer looks for a member. It stands in the audit log in clear for as long as that is kept, so it names
 * nobody (Personal Information Protection Law, article 6: no more than the purpose needs).
 */
final class SearchPurpose {

    /** Digits that only blanks, hyphens, dots or invisible characters part are one number to a reader. */
    private static final Pattern BETWEEN_DIGITS = Pattern.compile("(?<=\\p{Nd})[\\p{Z}\\p{C}\\p{Pd}.·・]+(?=\\p{Nd})");

    /** As long as a phone's: a date is shorter, an identity number longer. */
    private static final Pattern LONG_NUMBER = Pattern.compile("\\p{Nd}{11}");

    private SearchPurpose() {}

    /** Whether a phone or identity number stands in it, in full width or in groups, as people read it out. */
    static boolean holdsNumberOfPerson(String text) {
        var plain = Normalizer.normalize(text, Normalizer.Form.NFKC);
        return LONG_NUMBER.matcher(BETWEEN_DIGITS.matcher(plain).replaceAll("")).find();
    }
}

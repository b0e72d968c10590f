package cn.zhigong.platform.api.lint;

import java.util.regex.Pattern;

/** Knows numbers that nobody can have, which examples use, from those that somebody could. */
public final class NobodysNumbers {

    private static final Pattern IDENTITY_NUMBER = Pattern.compile("(?<![0-9])[1-9][0-9]{16}[0-9Xx](?![0-9])");
    private static final Pattern MOBILE_PHONE = Pattern.compile("(?<![0-9])1[3-9][0-9]{9}(?![0-9])");
    /** Numbers of this block are given to nobody. */
    private static final String NOBODYS_PHONES = "1990000";

    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECK_CHARACTERS = "10X98765432";

    private NobodysNumbers() {}

    /** Whether a number in the text could belong to a person. */
    public static boolean couldBeSomebodys(String text) {
        return IDENTITY_NUMBER.matcher(text).results().anyMatch(one -> hasItsCheckCharacter(one.group()))
                || MOBILE_PHONE
                        .matcher(text)
                        .results()
                        .anyMatch(one -> !one.group().startsWith(NOBODYS_PHONES));
    }

    private static boolean hasItsCheckCharacter(String number) {
        var sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * (number.charAt(i) - '0');
        }
        return CHECK_CHARACTERS.charAt(sum % 11) == Character.toUpperCase(number.charAt(WEIGHTS.length));
    }
}

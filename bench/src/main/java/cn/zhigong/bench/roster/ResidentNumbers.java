package cn.zhigong.bench.roster;

/** Numbers that are built like those of identity cards (GB 11643). */
public final class ResidentNumbers {

    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECK_CHARACTERS = "10X98765432";

    private ResidentNumbers() {}

    /** With the check character behind the 17 digits of place, birthday and sequence. */
    public static String completed(String digits) {
        var sum = 0;
        for (var i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * Character.digit(digits.charAt(i), 10);
        }
        return digits + CHECK_CHARACTERS.charAt(sum % CHECK_CHARACTERS.length());
    }

    /** With another check character than belongs there. */
    static String spoilt(String number) {
        var last = number.length() - 1;
        var place = CHECK_CHARACTERS.indexOf(number.charAt(last));
        return number.substring(0, last) + CHECK_CHARACTERS.charAt((place + 1) % CHECK_CHARACTERS.length());
    }
}

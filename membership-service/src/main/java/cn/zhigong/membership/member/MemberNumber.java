package cn.zhigong.membership.member;

/**
 * A member's number (会员编号): the letter M, nine digits of a running number and a check digit (Luhn). It tells nothing
 * about the person and is never used again.
 */
record MemberNumber(String value) {

    static MemberNumber of(long serial) {
        var digits = "%09d".formatted(serial);
        return new MemberNumber("M" + digits + check(digits));
    }

    private static int check(String digits) {
        var sum = 0;
        for (var i = 0; i < digits.length(); i++) {
            var digit = digits.charAt(digits.length() - 1 - i) - '0';
            var weighed = i % 2 == 0 ? digit * 2 : digit;
            sum += weighed / 10 + weighed % 10;
        }
        return (10 - sum % 10) % 10;
    }
}

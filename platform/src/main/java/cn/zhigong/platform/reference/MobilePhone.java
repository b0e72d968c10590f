package cn.zhigong.platform.reference;

import static cn.zhigong.platform.reference.Violation.CHARACTERS;
import static cn.zhigong.platform.reference.Violation.LENGTH;
import static cn.zhigong.platform.reference.Violation.MACHINE_SIM;

import cn.zhigong.platform.privacy.Masking;

/**
 * A mainland mobile number (手机号) that a person can answer.
 *
 * @param value eleven digits, without the country code
 */
public record MobilePhone(String value) {
    private static final int SIZE = 11;
    private static final int MACHINE_SIZE = 13;

    /** Longer than any way to write one; keeps a pasted novel cheap. */
    private static final int LONGEST_TYPED = 64;

    public MobilePhone {
        if (!(read(value) instanceof Parsed.Valid)) {
            throw new IllegalArgumentException("Not a mobile number");
        }
    }

    /** Reads what a person typed or a phone book copied: +86, spaces, hyphens and full-width digits are forgiven. */
    public static Parsed<MobilePhone> parse(String text) {
        if (text.length() > LONGEST_TYPED) {
            return Parsed.invalid(LENGTH);
        }
        return switch (read(withoutCountry(withoutSeparators(Typed.narrow(text))))) {
            case Parsed.Valid<String>(var number) -> new Parsed.Valid<>(new MobilePhone(number));
            case Parsed.Invalid<String>(var violations) -> new Parsed.Invalid<>(violations);
        };
    }

    /** With the country code, as operators want it. */
    public String international() {
        return "+86" + value;
    }

    @Override
    public String toString() {
        return Masking.phone(value);
    }

    private static Parsed<String> read(String number) {
        if (!Typed.isDigits(number)) {
            return Parsed.invalid(CHARACTERS);
        }
        if (number.length() == MACHINE_SIZE && (number.startsWith("14") || number.startsWith("10"))) {
            return Parsed.invalid(MACHINE_SIM);
        }
        if (number.length() != SIZE) {
            return Parsed.invalid(LENGTH);
        }
        // Ranges 10 to 12 belong to short numbers and machines.
        return number.charAt(0) == '1' && number.charAt(1) >= '3'
                ? new Parsed.Valid<>(number)
                : Parsed.invalid(CHARACTERS);
    }

    private static String withoutSeparators(String text) {
        var number = new StringBuilder(text.length());
        text.codePoints().filter(c -> !isSeparator(c)).forEach(number::appendCodePoint);
        return number.toString();
    }

    /** Phone books add direction marks around numbers, which nobody sees. */
    private static boolean isSeparator(int c) {
        return c == '-' || Character.isSpaceChar(c) || c == '\t' || Character.getType(c) == Character.FORMAT;
    }

    private static String withoutCountry(String number) {
        for (var prefix : new String[] {"+86", "0086"}) {
            if (number.startsWith(prefix)) {
                return number.substring(prefix.length());
            }
        }
        return number.length() == SIZE + 2 && number.startsWith("86") ? number.substring(2) : number;
    }
}

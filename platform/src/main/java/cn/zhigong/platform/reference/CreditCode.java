package cn.zhigong.platform.reference;

import static cn.zhigong.platform.reference.Violation.CHARACTERS;
import static cn.zhigong.platform.reference.Violation.CHECK_DIGIT;
import static cn.zhigong.platform.reference.Violation.LENGTH;
import static cn.zhigong.platform.reference.Violation.ORGANISATION_CHECK_DIGIT;

import cn.zhigong.platform.privacy.Masking;
import java.util.ArrayList;
import java.util.List;

/**
 * A unified social credit code (统一社会信用代码, GB 32100-2015): registration authority, kind, 6 digits of the registering
 * place, 9 of the organisation code (GB 11714), one check character.
 *
 * <p>Codes of the first pilot areas fail the check and are valid all the same, so a clerk who has seen the certificate
 * may accept one: {@link #parseOverridden}.
 */
public record CreditCode(String value, Verdict verdict) {
    /** How far a code can be trusted. */
    public enum Verdict {
        VALID,
        /** Well formed, but a check character is wrong: a typing error or a pilot code. */
        CHECK_FAILED,
        /** Accepted although the check failed. */
        CHECK_FAILED_OVERRIDDEN,
        /** Cannot be a credit code. */
        INVALID
    }

    private static final int SIZE = 18;
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int PLACE = 2;
    private static final int ORGANISATION = 8;
    private static final int ORGANISATION_CHECK = 16;
    private static final int[] ORGANISATION_WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};

    public CreditCode {
        var judged = judgeNormalised(value);
        var overridden = verdict == Verdict.CHECK_FAILED_OVERRIDDEN && judged == Verdict.CHECK_FAILED;
        if (!overridden && (verdict != Verdict.VALID || judged != Verdict.VALID)) {
            throw new IllegalArgumentException("A credit code that is %s is not %s".formatted(judged, verdict));
        }
    }

    /** What an untouched code is: VALID, CHECK_FAILED or INVALID. */
    public static Verdict judge(String text) {
        return judgeNormalised(normalised(text));
    }

    /** Accepts only a code whose checks hold. */
    public static Parsed<CreditCode> parse(String text) {
        var code = normalised(text);
        var violations = violations(code);
        return violations.isEmpty()
                ? new Parsed.Valid<>(new CreditCode(code, Verdict.VALID))
                : new Parsed.Invalid<>(violations);
    }

    /** Accepts a failed check as well; the caller has decided so and records who did and on what evidence. */
    public static Parsed<CreditCode> parseOverridden(String text) {
        var code = normalised(text);
        return judgeNormalised(code) == Verdict.CHECK_FAILED
                ? new Parsed.Valid<>(new CreditCode(code, Verdict.CHECK_FAILED_OVERRIDDEN))
                : parse(text);
    }

    /** Completes the first 16 characters with both check characters. */
    public static CreditCode complete(String sixteen) {
        var seventeen = sixteen + organisationCheck(sixteen);
        return new CreditCode(seventeen + check(seventeen), Verdict.VALID);
    }

    /** Registration authority and kind, such as 91 for an enterprise. */
    public String registration() {
        return value.substring(0, PLACE);
    }

    /** Six digits of GB/T 2260: where it was registered, not where it works. */
    public String districtCode() {
        return value.substring(PLACE, ORGANISATION);
    }

    @Override
    public String toString() {
        return Masking.identity(value) + " " + verdict;
    }

    private static String normalised(String text) {
        return Typed.upper(Typed.narrow(text));
    }

    private static Verdict judgeNormalised(String code) {
        if (!shapeViolations(code).isEmpty()) {
            return Verdict.INVALID;
        }
        return checkViolations(code).isEmpty() ? Verdict.VALID : Verdict.CHECK_FAILED;
    }

    private static List<Violation> violations(String code) {
        var shape = shapeViolations(code);
        return shape.isEmpty() ? checkViolations(code) : shape;
    }

    private static List<Violation> shapeViolations(String code) {
        var violations = new ArrayList<Violation>();
        if (code.length() != SIZE) {
            violations.add(LENGTH);
        }
        var known = code.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0);
        if (!known || (code.length() == SIZE && !Typed.isDigits(code.substring(PLACE, ORGANISATION)))) {
            violations.add(CHARACTERS);
        }
        return violations;
    }

    private static List<Violation> checkViolations(String code) {
        var violations = new ArrayList<Violation>();
        if (check(code) != code.charAt(SIZE - 1)) {
            violations.add(CHECK_DIGIT);
        }
        if (organisationCheck(code) != code.charAt(ORGANISATION_CHECK)) {
            violations.add(ORGANISATION_CHECK_DIGIT);
        }
        return violations;
    }

    /** MOD 31 with the weights 3^(i-1). */
    private static char check(String code) {
        var sum = 0;
        var weight = 1;
        for (var i = 0; i < SIZE - 1; i++) {
            sum += ALPHABET.indexOf(code.charAt(i)) * weight;
            weight = weight * 3 % ALPHABET.length();
        }
        return ALPHABET.charAt(Math.floorMod(-sum, ALPHABET.length()));
    }

    /** GB 11714: MOD 11 over eight characters worth 0 to 35. */
    private static char organisationCheck(String code) {
        var sum = 0;
        for (var i = 0; i < ORGANISATION_WEIGHTS.length; i++) {
            sum += Character.digit(code.charAt(ORGANISATION + i), 36) * ORGANISATION_WEIGHTS[i];
        }
        return "0123456789X".charAt(Math.floorMod(-sum, 11));
    }
}

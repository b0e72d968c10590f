package cn.zhigong.platform.reference;

import static cn.zhigong.platform.reference.Violation.BIRTH_DATE;
import static cn.zhigong.platform.reference.Violation.BIRTH_IN_FUTURE;
import static cn.zhigong.platform.reference.Violation.CHARACTERS;
import static cn.zhigong.platform.reference.Violation.CHECK_DIGIT;
import static cn.zhigong.platform.reference.Violation.DISTRICT;
import static cn.zhigong.platform.reference.Violation.LENGTH;

import cn.zhigong.platform.privacy.Masking;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A number of 18 characters built like the citizen identification number (公民身份号码, GB 11643-1999): 6 digits of the
 * place, 8 of the birth date, 3 in sequence (odd for men), one check character. Residence permits of Hong Kong, Macao,
 * Taiwan and foreign residents are built alike; which place belongs to which document is {@link IdentityType}'s matter.
 *
 * @param value digits, the last may be an upper-case X
 */
public record ResidentNumber(String value) {
    private static final int SIZE = 18;
    private static final int OLD_SIZE = 15;
    private static final int PLACE = 6;
    private static final int BIRTH_END = 14;
    private static final int OLDEST_BIRTH_YEAR = 1900;

    /** First two digits by GB/T 2260, with 81 to 83 for residence permits and 9x for foreign residents. */
    private static final Set<String> PROVINCES = Set.of(
            "11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35", "36", "37", "41", "42", "43",
            "44", "45", "46", "50", "51", "52", "53", "54", "61", "62", "63", "64", "65", "71", "81", "82", "83");

    public ResidentNumber {
        // A stored number was read on another day; whether its birth date lies in the future was asked then.
        var violations = violations(value, LocalDate.MAX);
        if (!violations.isEmpty()) {
            throw new IllegalArgumentException("Not a resident number: " + violations);
        }
    }

    /**
     * Reads what a person typed; full-width digits and a lower-case x are forgiven. Places that were abolished pass:
     * their people keep the number.
     *
     * @param today the day on which a birth date would lie in the future if it were later
     */
    public static Parsed<ResidentNumber> parse(String text, LocalDate today) {
        var number = Typed.upper(Typed.narrow(text));
        var violations = violations(number, today);
        return violations.isEmpty() ? new Parsed.Valid<>(new ResidentNumber(number)) : new Parsed.Invalid<>(violations);
    }

    /** Like {@link #parse}, and converts the 15-digit numbers issued until 1999. Only for files of old records. */
    public static Parsed<ResidentNumber> parseImported(String text, LocalDate today) {
        var number = Typed.narrow(text);
        if (number.length() == OLD_SIZE && Typed.isDigits(number)) {
            var converted = number.substring(0, PLACE) + "19" + number.substring(PLACE);
            return parse(converted + checkCharacter(converted), today);
        }
        return parse(number, today);
    }

    /** The character that completes 17 digits: ISO 7064 MOD 11-2. */
    public static char checkCharacter(String seventeenDigits) {
        var sum = 0;
        for (var i = 0; i < SIZE - 1; i++) {
            sum = (sum + Character.digit(seventeenDigits.charAt(i), 10)) * 2 % 11;
        }
        // The check value makes the whole congruent to 1.
        return "0123456789X".charAt((12 - sum) % 11);
    }

    /** Six digits of GB/T 2260 at the time of issue; may have been abolished since. */
    public String districtCode() {
        return value.substring(0, PLACE);
    }

    public LocalDate birthDate() {
        return birthDate(value).orElseThrow();
    }

    public Sex sex() {
        return (value.charAt(SIZE - 2) - '0') % 2 == 1 ? Sex.MALE : Sex.FEMALE;
    }

    /** Completed years on a day. Someone born on 29 February completes a year on 1 March of common years. */
    public int ageOn(LocalDate date) {
        return Period.between(birthDate(), date).getYears();
    }

    @Override
    public String toString() {
        return Masking.identity(value);
    }

    private static List<Violation> violations(String number, LocalDate today) {
        var shape = shapeViolations(number);
        if (!shape.isEmpty()) {
            return shape;
        }
        var violations = new ArrayList<Violation>();
        if (number.charAt(0) != '9' && !PROVINCES.contains(number.substring(0, 2))) {
            violations.add(DISTRICT);
        }
        birthDate(number)
                .ifPresentOrElse(
                        birth -> {
                            if (birth.isAfter(today)) {
                                violations.add(BIRTH_IN_FUTURE);
                            }
                        },
                        () -> violations.add(BIRTH_DATE));
        if (checkCharacter(number) != number.charAt(SIZE - 1)) {
            violations.add(CHECK_DIGIT);
        }
        return violations;
    }

    private static List<Violation> shapeViolations(String number) {
        var violations = new ArrayList<Violation>();
        if (number.length() != SIZE) {
            violations.add(LENGTH);
        }
        var body = number.endsWith("X") && number.length() == SIZE ? number.substring(0, SIZE - 1) : number;
        if (!Typed.isDigits(body)) {
            violations.add(CHARACTERS);
        }
        return violations;
    }

    private static Optional<LocalDate> birthDate(String number) {
        var year = Integer.parseInt(number, PLACE, PLACE + 4, 10);
        var month = Integer.parseInt(number, PLACE + 4, PLACE + 6, 10);
        var day = Integer.parseInt(number, PLACE + 6, BIRTH_END, 10);
        if (year < OLDEST_BIRTH_YEAR) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.of(year, month, day));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}

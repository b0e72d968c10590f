package cn.zhigong.platform.reference;

import static cn.zhigong.platform.reference.Violation.CHARACTERS;
import static cn.zhigong.platform.reference.Violation.CHECK_DIGIT;
import static cn.zhigong.platform.reference.Violation.LENGTH;

import cn.zhigong.platform.privacy.Masking;

/**
 * The platform's own stable number of an organisation, for those without a credit code: {@code U}, 6 digits of the seat
 * (GB/T 2260), 2 of the system line (00 territorial), 8 in sequence, one check character. Never used again. The parent
 * is not in it, because organisations move.
 *
 * <p>Check: Luhn mod N over the 16 digits with N = 32 and an alphabet without look-alikes. With N above 18 doubling a
 * digit never wraps, so that every changed digit and every adjacent transposition is caught, 09 and 90 included.
 */
public record OrganisationNumber(String value) {
    private static final int SIZE = 18;
    private static final int SEAT_END = 7;
    private static final int LINE_END = 9;
    private static final int SERIALS = 100_000_000;
    private static final String CHECKS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    public OrganisationNumber {
        if (!(read(value) instanceof Parsed.Valid)) {
            throw new IllegalArgumentException("Not an organisation number");
        }
    }

    /**
     * Builds a number and its check character.
     *
     * @param seat six digits of GB/T 2260
     * @param serial 0 to 99,999,999, unique within the platform
     */
    public static OrganisationNumber of(String seat, int line, int serial) {
        var fits = seat.length() == SEAT_END - 1 && line >= 0 && line <= 99 && serial >= 0 && serial < SERIALS;
        if (!fits) {
            throw new IllegalArgumentException("No room for seat %s, line %d, serial %d".formatted(seat, line, serial));
        }
        var body = "U%s%02d%08d".formatted(seat, line, serial);
        return new OrganisationNumber(body + check(body));
    }

    public static Parsed<OrganisationNumber> parse(String text) {
        return switch (read(Typed.upper(Typed.narrow(text)))) {
            case Parsed.Valid<String>(var number) -> new Parsed.Valid<>(new OrganisationNumber(number));
            case Parsed.Invalid<String>(var violations) -> new Parsed.Invalid<>(violations);
        };
    }

    /** The district of the seat when the number was given. */
    public String districtCode() {
        return value.substring(1, SEAT_END);
    }

    /** 00 territorial, else the bureau or industry. */
    public String line() {
        return value.substring(SEAT_END, LINE_END);
    }

    @Override
    public String toString() {
        return Masking.identity(value);
    }

    private static Parsed<String> read(String number) {
        if (number.length() != SIZE) {
            return Parsed.invalid(LENGTH);
        }
        if (number.charAt(0) != 'U'
                || !Typed.isDigits(number.substring(1, SIZE - 1))
                || CHECKS.indexOf(number.charAt(SIZE - 1)) < 0) {
            return Parsed.invalid(CHARACTERS);
        }
        return check(number) == number.charAt(SIZE - 1) ? new Parsed.Valid<>(number) : Parsed.invalid(CHECK_DIGIT);
    }

    private static char check(String number) {
        var sum = 0;
        for (var i = SIZE - 2; i >= 1; i--) {
            // The digit next to the check character counts double, then every second one.
            sum += (number.charAt(i) - '0') * (i % 2 == 0 ? 2 : 1);
        }
        return CHECKS.charAt(Math.floorMod(-sum, CHECKS.length()));
    }
}

package cn.zhigong.platform.calendar;

/**
 * A period that a law sets.
 *
 * @param id stable name, kept with every deadline that it made
 * @param length at least 1; days and working days up to 10,000, months up to 1,200, years up to 100
 * @param sourceLaw law and article, as an officer would cite it
 * @param rollForward whether a last day that is no working day moves to the next one (民法典 §203); without meaning for
 *     working days
 */
public record ClockRule(String id, int length, Unit unit, String sourceLaw, boolean rollForward) {
    /** What the law counts in. */
    public enum Unit {
        NATURAL_DAYS(10_000),
        WORKING_DAYS(10_000),
        MONTHS(1_200),
        YEARS(100);

        private final int longest;

        Unit(int longest) {
            this.longest = longest;
        }
    }

    public ClockRule {
        if (id.isBlank() || sourceLaw.isBlank() || length < 1 || length > unit.longest) {
            throw new IllegalArgumentException("No such period: %s, %d %s".formatted(id, length, unit));
        }
    }
}

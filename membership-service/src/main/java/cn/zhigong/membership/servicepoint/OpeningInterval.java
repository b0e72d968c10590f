package cn.zhigong.membership.servicepoint;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;

/**
 * A stretch of one day in which a place is open. It never goes beyond midnight: what goes on after it is written on the
 * next day, from 00:00.
 *
 * @param opens from 00:00 to 23:59
 * @param closes later than that, 24:00 at the latest; the place is not open any more at this minute
 */
record OpeningInterval(
        @NotNull @Pattern(regexp = "([01][0-9]|2[0-3]):[0-5][0-9]")
        String opens,

        @NotNull @Pattern(regexp = "([01][0-9]|2[0-3]):[0-5][0-9]|24:00")
        String closes) {

    static final String MIDNIGHT = "24:00";

    private static final int LENGTH_OF_TIME = 5;

    /** Times of two digits each are in the order of their texts. */
    boolean isForward() {
        return opens.compareTo(closes) < 0;
    }

    boolean overlaps(OpeningInterval other) {
        return opens.compareTo(other.closes) < 0 && other.opens.compareTo(closes) < 0;
    }

    LocalDateTime begins(LocalDate day) {
        return day.atTime(LocalTime.parse(opens));
    }

    LocalDateTime ends(LocalDate day) {
        return closes.equals(MIDNIGHT) ? day.plusDays(1).atStartOfDay() : day.atTime(LocalTime.parse(closes));
    }

    /** As it is kept in the row: {@code 08:00-11:30}. */
    String written() {
        return opens + "-" + closes;
    }

    static OpeningInterval read(String written) {
        return new OpeningInterval(written.substring(0, LENGTH_OF_TIME), written.substring(LENGTH_OF_TIME + 1));
    }
}

package cn.zhigong.platform.calendar;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Days on which a period does not run, such as an agreed stay or force majeure.
 *
 * @param from the first day that does not count
 * @param until the first day that counts again; null while nobody knows
 */
public record Pause(LocalDate from, @Nullable LocalDate until) {
    public Pause {
        if (until != null && until.isBefore(from)) {
            throw new IllegalArgumentException(
                    "A pause cannot end on %s before it begins on %s".formatted(until, from));
        }
    }
}

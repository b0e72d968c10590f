package cn.zhigong.platform.http;

import static java.time.ZoneOffset.UTC;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;

/**
 * What every time of a request has to be, wherever it stands: ISO 8601, in the years 1900 to 9999. Java knows years
 * that neither the database nor its driver can keep, and nothing in the unions' files is older.
 */
final class Times {

    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 9999;

    private Times() {}

    /** @throws DateTimeException when the text is no instant, or one outside these years */
    static Instant instant(String text) {
        var instant = Instant.parse(text);
        refuseOutside(instant.atOffset(UTC).getYear());
        return instant;
    }

    /** @throws DateTimeException when the text is no date, or one outside these years */
    static LocalDate date(String text) {
        var date = LocalDate.parse(text);
        refuseOutside(date.getYear());
        return date;
    }

    private static void refuseOutside(int year) {
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            throw new DateTimeException("A year that is not kept");
        }
    }
}

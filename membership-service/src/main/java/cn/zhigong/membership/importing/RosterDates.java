package cn.zhigong.membership.importing;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/** Days as rosters write them: 2020-05-01, 2020/5/1, 2020.5.1, 20200501, 2020年5月1日. */
final class RosterDates {

    private static final Pattern PARTED = Pattern.compile("(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?");
    private static final Pattern WHOLE = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");

    private RosterDates() {}

    /** Empty for what is no day; a month without a day is none. */
    static Optional<LocalDate> parse(String text) {
        var plain = Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
        var parts = PARTED.matcher(plain);
        if (!parts.matches()) {
            parts = WHOLE.matcher(plain);
        }
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.of(
                    Integer.parseInt(parts.group(1)),
                    Integer.parseInt(parts.group(2)),
                    Integer.parseInt(parts.group(3))));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }
}

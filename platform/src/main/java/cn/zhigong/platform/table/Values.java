package cn.zhigong.platform.table;

import static cn.zhigong.platform.table.UnreadableTableException.Reason.MALFORMED;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;

/** Numbers as they are shown, and dates, which a sheet keeps as numbers of days. */
final class Values {
    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,3})?");
    private static final int LONGEST = 64;

    /** What a spreadsheet keeps and shows; what is beyond is noise of binary fractions, or digits that are lost. */
    private static final MathContext KEPT = new MathContext(15, RoundingMode.HALF_EVEN);

    private static final BigDecimal LOST = BigDecimal.TEN.pow(KEPT.getPrecision());
    /** Digits after the point; smaller numbers are written with an exponent. */
    private static final int SCALE = 30;

    private static final LocalDate EPOCH_1900 = LocalDate.of(1899, 12, 30);
    private static final LocalDate EPOCH_1904 = LocalDate.of(1904, 1, 1);
    /** The first day of the 1900 system after its 29 February 1900, which never was; days before are off by one. */
    private static final int MARCH_1900 = 61;

    private static final int LAST_DAY = 2_958_465; // 31 December 9999
    private static final int SECONDS_OF_DAY = 86_400;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

    private final Formats formats;
    private final boolean counts1904;

    Values(Formats formats, boolean counts1904) {
        this.formats = formats;
        this.counts1904 = counts1904;
    }

    /** A number cell's text. */
    String shown(String raw, int style) throws Refusal {
        var value = value(raw);
        var format = formats.format(style);
        var isDay = value.signum() >= 0 && value.compareTo(BigDecimal.valueOf(LAST_DAY + 1L)) < 0;
        return format != Format.NUMBER && isDay ? time(value, format) : plain(value);
    }

    private static BigDecimal value(String raw) throws Refusal {
        var text = raw.strip();
        if (text.length() > LONGEST || !NUMBER.matcher(text).matches()) {
            throw new Refusal(MALFORMED);
        }
        return new BigDecimal(text).round(KEPT);
    }

    private static String plain(BigDecimal value) {
        if (value.signum() == 0) {
            return "0";
        }
        var stripped = value.stripTrailingZeros();
        if (stripped.abs().compareTo(LOST) < 0 && stripped.scale() <= SCALE) {
            return stripped.toPlainString();
        }
        var digits = stripped.unscaledValue().abs().toString();
        var exponent = digits.length() - 1 - stripped.scale();
        return "%s%s.%sE%d"
                .formatted(
                        stripped.signum() < 0 ? "-" : "",
                        digits.charAt(0),
                        digits.length() == 1 ? "0" : digits.substring(1),
                        exponent);
    }

    private String time(BigDecimal value, Format format) {
        var seconds = value.multiply(BigDecimal.valueOf(SECONDS_OF_DAY))
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
        var days = format == Format.DATE ? value.intValue() : (int) (seconds / SECONDS_OF_DAY);
        var timeOfDay = seconds % SECONDS_OF_DAY;
        if (days == 0 && format != Format.DATE && !counts1904) {
            return TIME.format(LocalDate.EPOCH.atStartOfDay().plusSeconds(timeOfDay));
        }
        if (days > LAST_DAY || (!counts1904 && (days == 0 || days == MARCH_1900 - 1))) {
            return plain(value);
        }
        var date = day(days);
        return format == Format.DATE || timeOfDay == 0
                ? date.toString()
                : date + "T" + TIME.format(LocalDateTime.of(date, LocalTime.MIN).plusSeconds(timeOfDay));
    }

    private LocalDate day(int days) {
        if (counts1904) {
            return EPOCH_1904.plusDays(days);
        }
        return EPOCH_1900.plusDays(days < MARCH_1900 ? days + 1L : days);
    }
}

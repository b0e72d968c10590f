package cn.zhigong.platform.reference;

import java.util.Locale;
import java.util.Locale.IsoCountryCode;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Countries of ISO 3166, as the JDK knows them. */
final class Countries {
    private static final Map<String, String> ALPHA_2_BY_ALPHA_3 =
            Locale.getISOCountries(IsoCountryCode.PART1_ALPHA2).stream()
                    .collect(Collectors.toUnmodifiableMap(
                            code -> Locale.of("", code).getISO3Country(), code -> code));

    private Countries() {}

    /** The two-letter code of a two- or three-letter code in any case. */
    static Optional<String> alpha2(String typed) {
        var code = Typed.upper(Typed.narrow(typed));
        return ALPHA_2_BY_ALPHA_3.containsValue(code)
                ? Optional.of(code)
                : Optional.ofNullable(ALPHA_2_BY_ALPHA_3.get(code));
    }
}

package cn.zhigong.membership.servicepoint;

import java.util.Optional;
import java.util.regex.Pattern;

/** Where somebody looks for places from, anywhere on earth, in degrees of WGS 84. */
record SearchCentre(double longitude, double latitude) {

    private static final int MOST_LONGITUDE = 180;
    private static final int MOST_LATITUDE = 90;

    /** Plain decimals only: Java also reads {@code NaN}, {@code Infinity}, {@code 1e3} and {@code 0x1p3}. */
    private static final Pattern FORM = Pattern.compile("(-?\\d{1,3}(?:\\.\\d{1,15})?),(-?\\d{1,2}(?:\\.\\d{1,15})?)");

    /** Reads {@code longitude,latitude}; empty when it is no such text, or no place on earth. */
    static Optional<SearchCentre> parse(String text) {
        var found = FORM.matcher(text);
        if (!found.matches()) {
            return Optional.empty();
        }
        var centre = new SearchCentre(Double.parseDouble(found.group(1)), Double.parseDouble(found.group(2)));
        return Math.abs(centre.longitude) <= MOST_LONGITUDE && Math.abs(centre.latitude) <= MOST_LATITUDE
                ? Optional.of(centre)
                : Optional.empty();
    }
}

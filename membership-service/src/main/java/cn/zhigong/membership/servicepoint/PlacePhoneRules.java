package cn.zhigong.membership.servicepoint;

import cn.zhigong.platform.reference.PublicTextRules;
import java.util.Optional;
import java.util.regex.Pattern;

/** Where a place can be called: by a landline with its area code, or a service line. */
final class PlacePhoneRules {

    private static final Pattern LANDLINE = Pattern.compile("0\\d{2,3}-?[2-9]\\d{6,7}(-\\d{1,6})?");
    private static final Pattern SERVICE_LINE = Pattern.compile("[48]00-?\\d{3}-?\\d{4}|12\\d{3}|9[56]\\d{3,4}");

    private PlacePhoneRules() {}

    /** The code of what is wrong with a phone; a mobile number is somebody's. */
    static Optional<String> fault(String phone) {
        if (PublicTextRules.holdsPrivateNumber(phone)) {
            return Optional.of("PRIVATE_NUMBER");
        }
        return LANDLINE.matcher(phone).matches() || SERVICE_LINE.matcher(phone).matches()
                ? Optional.empty()
                : Optional.of("FORMAT");
    }
}

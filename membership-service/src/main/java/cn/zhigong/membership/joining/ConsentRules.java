package cn.zhigong.membership.joining;

import cn.zhigong.membership.joining.NewApplication.Consent;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an applicant must have agreed to (中国工会章程 art. 1; 个人信息保护法 §§13, 29). */
final class ConsentRules {

    private ConsentRules() {}

    /**
     * What is wrong with the consents, as codes.
     *
     * @param charterVersion the charter that the applicant was shown
     * @param given null where nothing is agreed to anew
     * @param agreed the charter that was agreed to before, if any
     */
    static List<String> violations(String charterVersion, @Nullable List<Consent> given, @Nullable String agreed) {
        if (given == null) {
            return charterVersion.equals(agreed) ? List.of() : List.of("CONSENT_TO_OTHER_VERSION");
        }
        var found = new ArrayList<String>();
        var purposes = EnumSet.noneOf(Consent.Purpose.class);
        for (var consent : given) {
            if (!purposes.add(consent.purpose())) {
                found.add("DUPLICATE");
            }
            if (!consent.version().equals(charterVersion)) {
                found.add("CONSENT_TO_OTHER_VERSION");
            }
        }
        EnumSet.complementOf(purposes).forEach(missing -> found.add("CONSENT_TO_" + missing));
        return found;
    }
}

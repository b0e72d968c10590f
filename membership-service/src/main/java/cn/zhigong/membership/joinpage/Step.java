package cn.zhigong.membership.joinpage;

import java.util.Locale;
import java.util.Map;

/** What a form of the page sends, by its hidden field {@code step}. */
enum Step {
    /** A phone, to have a code sent to. */
    PHONE,
    /** The code that came. */
    OTP,
    /** The application. */
    FORM,
    /** The wish to correct what was filed. */
    CORRECT,
    /** The correction. */
    CORRECTION,
    /** The wish to begin anew. */
    RESTART,
    /** None of our forms. */
    NONE;

    static Step of(Map<String, String> typed) {
        var name = typed.getOrDefault("step", "");
        for (var step : values()) {
            if (step.word().equals(name)) {
                return step;
            }
        }
        return NONE;
    }

    /** As it stands in the form. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}

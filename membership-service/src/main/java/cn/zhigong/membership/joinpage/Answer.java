package cn.zhigong.membership.joinpage;

import cn.zhigong.membership.joincode.JoinCodes.Invitation;
import cn.zhigong.membership.joining.ApplicationView;
import cn.zhigong.platform.problem.Problem;
import java.util.List;
import java.util.Map;

/** What a visitor gets for what they did. */
sealed interface Answer {

    /** A page. */
    record Show(Page page) implements Answer {}

    /**
     * Another address, so that what was sent is not sent again by reloading.
     *
     * @param part of the address, after the code
     * @param cookies that change
     */
    record SeeOther(String code, String part, List<String> cookies) implements Answer {}

    /** A page that says why what was sent is refused. */
    record Refused(Page page, Problem problem, List<String> cookies) implements Answer {}

    /** A page with what it is about; {@code typed} is what stands in its fields. */
    sealed interface Page {

        record Phone(Invitation invitation, Map<String, String> typed) implements Page {}

        record Otp(Invitation invitation) implements Page {}

        record Form(Invitation invitation, Map<String, String> typed) implements Page {}

        record Correction(Map<String, String> typed) implements Page {}

        record Result(ApplicationView application) implements Page {}
    }

    static Answer toStart(String code, String... cookies) {
        return new SeeOther(code, "", List.of(cookies));
    }

    static Answer toResult(String code) {
        return new SeeOther(code, "/result", List.of());
    }
}

package cn.zhigong.membership.joinpage;

import cn.zhigong.membership.joincode.JoinCodes;
import cn.zhigong.membership.joincode.JoinCodes.Invitation;
import cn.zhigong.membership.joining.ApplicationView;
import cn.zhigong.membership.joining.Joining;
import cn.zhigong.membership.joining.NewApplication;
import cn.zhigong.membership.joinpage.Answer.Page;
import cn.zhigong.membership.phone.Applicants;
import cn.zhigong.membership.phone.PhoneVerifying;
import cn.zhigong.membership.phone.Purpose;
import cn.zhigong.platform.problem.CommonProblem;
import cn.zhigong.platform.problem.Problem;
import cn.zhigong.platform.security.CurrentCaller;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The steps of a visit. Where a visitor is says their browser's cookies: first nothing, then a verification, then the
 * right that it gave; so that each page can be reloaded.
 */
@Singleton
class JoinPageFlow {

    private final JoinCodes codes;
    private final PhoneVerifying verifying;
    private final Joining joining;
    private final FormSeals seals;
    private final PageCookies cookies;
    private final CurrentCaller caller;

    JoinPageFlow(
            JoinCodes codes,
            PhoneVerifying verifying,
            Joining joining,
            FormSeals seals,
            PageCookies cookies,
            CurrentCaller caller) {
        this.codes = codes;
        this.verifying = verifying;
        this.joining = joining;
        this.seals = seals;
        this.cookies = cookies;
        this.caller = caller;
    }

    Answer open(String code) {
        if (application().isPresent()) {
            return Answer.toResult(code);
        }
        var invitation = codes.invitation(code);
        var pass = invitation.pass();
        return pass != null && !pass.equals(code)
                ? Answer.toStart(pass)
                : new Answer.Show(reached(invitation, Map.of()));
    }

    Answer result(String code) {
        return application()
                .<Answer>map(filed -> new Answer.Show(new Page.Result(filed)))
                .orElseGet(() -> Answer.toStart(code));
    }

    /**
     * Takes what a form sends.
     *
     * @param from the network address that codes asked for are counted by
     */
    Answer send(String code, Map<String, String> typed, String from) {
        var step = Step.of(typed);
        var filed = application();
        if (filed.isPresent() && step != Step.RESTART) {
            return again(code, step, filed.get(), typed);
        }
        var invitation = codes.invitation(code);
        if (!isOurs(code, typed)) {
            return refused(reached(invitation, typed), PageProblem.FORM_EXPIRED.problem());
        }
        if (isBehind(step)) {
            return Answer.toStart(code);
        }
        try {
            return done(code, step, typed, from);
        } catch (Problem problem) {
            // Of two taps the slower one finds what the faster one has filed.
            return application().isPresent() ? Answer.toResult(code) : refused(invitation, typed, problem);
        }
    }

    private boolean isOurs(String code, Map<String, String> typed) {
        return seals.isGood(typed.getOrDefault("token", ""), cookies.browser().orElse(""), code);
    }

    /** Sent twice, or once more from the browser's history: the phone is confirmed already. */
    private boolean isBehind(Step step) {
        return Applicants.is(caller.get()) && (step == Step.PHONE || step == Step.OTP);
    }

    /** What was filed is shown, and corrected while it is in its applicant's hands. */
    private Answer again(String code, Step step, ApplicationView filed, Map<String, String> typed) {
        var opens = step == Step.CORRECT;
        if (!filed.state().isWithApplicant() || !(opens || step == Step.CORRECTION)) {
            return Answer.toResult(code);
        }
        if (!isOurs(code, typed)) {
            return refused(new Page.Correction(typed), PageProblem.FORM_EXPIRED.problem());
        }
        if (opens) {
            return new Answer.Show(new Page.Correction(JoinForm.known(filed)));
        }
        try {
            var _ = joining.correctAndHandIn(caller.get(), filed.id(), read(typed, code));
            return Answer.toResult(code);
        } catch (Problem problem) {
            return problem.type() == CommonProblem.ILLEGAL_TRANSITION
                    ? Answer.toResult(code)
                    : refused(new Page.Correction(typed), problem);
        }
    }

    private Answer done(String code, Step step, Map<String, String> typed, String from) {
        return switch (step) {
            case PHONE -> {
                var started = verifying.startOnce(
                        typed.getOrDefault("token", ""),
                        typed.getOrDefault("phone", ""),
                        Purpose.JOIN_APPLICATION,
                        from);
                yield Answer.toStart(code, cookies.verification(started.id()));
            }
            case OTP -> {
                var right =
                        verifying.confirm(cookies.verification().orElse(new UUID(0, 0)), typed.getOrDefault("otp", ""));
                yield Answer.toStart(code, cookies.right(right.token()), cookies.noVerification());
            }
            case FORM -> {
                var applicant = caller.get();
                if (!Applicants.is(applicant)) {
                    throw PageProblem.PHONE_RIGHT_EXPIRED.problem();
                }
                var _ = joining.file(applicant, read(typed, code));
                yield Answer.toResult(code);
            }
            case CORRECT, CORRECTION, RESTART, NONE ->
                Answer.toStart(code, cookies.noVerification(), cookies.noRight());
        };
    }

    private NewApplication read(Map<String, String> typed, String code) {
        return JoinForm.read(typed, code, seals.secondsShown(typed.getOrDefault("token", "")));
    }

    /** A code that has ended leads back to the phone. */
    private Answer refused(Invitation invitation, Map<String, String> typed, Problem problem) {
        return PhoneVerifying.isOver(problem)
                ? new Answer.Refused(new Page.Phone(invitation, typed), problem, List.of(cookies.noVerification()))
                : refused(reached(invitation, typed), problem);
    }

    private static Answer refused(Page page, Problem problem) {
        return new Answer.Refused(page, problem, List.of());
    }

    /** The page of the step that the visitor has reached. */
    private Page reached(Invitation invitation, Map<String, String> typed) {
        if (Applicants.is(caller.get())) {
            return new Page.Form(invitation, typed);
        }
        return cookies.verification().isPresent() ? new Page.Otp(invitation) : new Page.Phone(invitation, typed);
    }

    private Optional<ApplicationView> application() {
        var visitor = caller.get();
        return Applicants.is(visitor) ? joining.mine(visitor, null, 1).stream().findFirst() : Optional.empty();
    }
}

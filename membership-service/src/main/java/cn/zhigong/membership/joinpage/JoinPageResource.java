package cn.zhigong.membership.joinpage;

import static jakarta.transaction.Transactional.TxType.NEVER;

import cn.zhigong.membership.joincode.JoinCodes;
import cn.zhigong.membership.joincode.JoinCodes.Invitation;
import cn.zhigong.membership.joining.ApplicationView;
import cn.zhigong.membership.joining.Joining;
import cn.zhigong.membership.joining.NewApplication;
import cn.zhigong.membership.joinpage.JoinPages.Frame;
import cn.zhigong.membership.phone.Applicants;
import cn.zhigong.membership.phone.PhoneVerifying;
import cn.zhigong.membership.phone.Purpose;
import cn.zhigong.platform.problem.Catalogue;
import cn.zhigong.platform.problem.CommonProblem;
import cn.zhigong.platform.problem.Language;
import cn.zhigong.platform.problem.Problem;
import cn.zhigong.platform.security.CurrentCaller;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/**
 * The steps of the page. Where a visitor is says their browser's cookies: first nothing, then a verification, then the
 * right that it gave; so that each page can be reloaded.
 */
@Path("/j/{code}")
@Produces(MediaType.TEXT_HTML)
@PermitAll
class JoinPageResource {

    private final JoinCodes codes;
    private final PhoneVerifying verifying;
    private final Joining joining;
    private final JoinPages pages;
    private final FormSeals seals;
    private final Catalogue catalogue;
    private final PageCookies cookies;
    private final CurrentCaller caller;
    private final HttpServerRequest request;

    JoinPageResource(
            JoinCodes codes,
            PhoneVerifying verifying,
            Joining joining,
            JoinPages pages,
            FormSeals seals,
            Catalogue catalogue,
            PageCookies cookies,
            CurrentCaller caller,
            HttpServerRequest request) {
        this.codes = codes;
        this.verifying = verifying;
        this.joining = joining;
        this.pages = pages;
        this.seals = seals;
        this.catalogue = catalogue;
        this.cookies = cookies;
        this.caller = caller;
        this.request = request;
    }

    @GET
    @Operation(hidden = true)
    public RestResponse<String> open(String code) {
        if (application().isPresent()) {
            return seeOther(code, "/result").build();
        }
        var invitation = codes.invitation(code);
        var pass = invitation.pass();
        if (pass != null && !pass.equals(code)) {
            return seeOther(pass, "").build();
        }
        return step(code, invitation, Map.of(), Refusal.NONE, 200).build();
    }

    @POST
    @Transactional(NEVER)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public RestResponse<String> send(String code, String form) {
        var typed = JoinForm.typed(form);
        var filed = application();
        if (filed.isPresent() && !"restart".equals(typed.get("step"))) {
            return again(code, filed.get(), typed);
        }
        var invitation = codes.invitation(code);
        if (!isOurs(code, typed)) {
            var stale = PageProblem.FORM_EXPIRED.problem();
            return step(code, invitation, typed, refusal(stale), stale.type().status())
                    .build();
        }
        if (isBehind(typed)) {
            return seeOther(code, "").build();
        }
        try {
            return done(code, typed);
        } catch (Problem problem) {
            // Of two taps the slower one finds what the faster one has filed.
            return application().isPresent()
                    ? seeOther(code, "/result").build()
                    : refused(code, invitation, typed, problem);
        }
    }

    private boolean isOurs(String code, Map<String, String> typed) {
        return seals.isGood(typed.getOrDefault("token", ""), cookies.browser().orElse(""), code);
    }

    /** Sent twice, or once more from the browser's history: the phone is confirmed already. */
    private boolean isBehind(Map<String, String> typed) {
        return Applicants.is(caller.get()) && Set.of("phone", "otp").contains(typed.getOrDefault("step", ""));
    }

    /** What was filed is shown, and corrected while it is in its applicant's hands. */
    private RestResponse<String> again(String code, ApplicationView filed, Map<String, String> typed) {
        var step = typed.getOrDefault("step", "");
        var opens = step.equals("correct");
        if (!filed.state().isWithApplicant() || !(opens || step.equals("correction"))) {
            return seeOther(code, "/result").build();
        }
        if (!isOurs(code, typed)) {
            return correction(code, typed, PageProblem.FORM_EXPIRED.problem());
        }
        if (opens) {
            return correction(code, JoinForm.known(filed), Refusal.NONE, 200);
        }
        try {
            var _ = joining.correctAndHandIn(caller.get(), filed.id(), read(typed, code));
            return seeOther(code, "/result").build();
        } catch (Problem problem) {
            return problem.type() == CommonProblem.ILLEGAL_TRANSITION
                    ? seeOther(code, "/result").build()
                    : correction(code, typed, problem);
        }
    }

    private RestResponse<String> correction(String code, Map<String, String> typed, Problem problem) {
        return correction(code, typed, refusal(problem), problem.type().status());
    }

    private RestResponse<String> correction(String code, Map<String, String> typed, Refusal refusal, int status) {
        var browser = browser();
        return withForm(status, pages.correction(frame(code, browser), typed, refusal), browser)
                .build();
    }

    private NewApplication read(Map<String, String> typed, String code) {
        return JoinForm.read(typed, code, seals.secondsShown(typed.getOrDefault("token", "")));
    }

    @GET
    @Path("/result")
    @Operation(hidden = true)
    public RestResponse<String> result(String code) {
        var browser = browser();
        return application()
                .map(found -> withForm(200, pages.result(frame(code, browser), found), browser)
                        .build())
                .orElseGet(() -> seeOther(code, "").build());
    }

    /** On a page a refusal is a page too. */
    @ServerExceptionMapper
    public RestResponse<String> refused(Problem problem) {
        return page(problem.type().status(), pages.refused(frame("", ""), refusal(problem)))
                .build();
    }

    private RestResponse<String> done(String code, Map<String, String> typed) {
        return switch (typed.getOrDefault("step", "")) {
            case "phone" -> {
                var from = request.remoteAddress().hostAddress();
                var started = verifying.startOnce(
                        typed.getOrDefault("token", ""),
                        typed.getOrDefault("phone", ""),
                        Purpose.JOIN_APPLICATION,
                        from);
                yield seeOther(code, "")
                        .header(HttpHeaders.SET_COOKIE, cookies.verification(started.id()))
                        .build();
            }
            case "otp" -> {
                var right =
                        verifying.confirm(cookies.verification().orElse(new UUID(0, 0)), typed.getOrDefault("otp", ""));
                yield seeOther(code, "")
                        .header(HttpHeaders.SET_COOKIE, cookies.right(right.token()))
                        .header(HttpHeaders.SET_COOKIE, cookies.noVerification())
                        .build();
            }
            case "form" -> {
                var applicant = caller.get();
                if (!Applicants.is(applicant)) {
                    throw PageProblem.PHONE_RIGHT_EXPIRED.problem();
                }
                var _ = joining.file(applicant, read(typed, code));
                yield seeOther(code, "/result").build();
            }
            default ->
                seeOther(code, "")
                        .header(HttpHeaders.SET_COOKIE, cookies.noVerification())
                        .header(HttpHeaders.SET_COOKIE, cookies.noRight())
                        .build();
        };
    }

    private RestResponse<String> refused(
            String code, Invitation invitation, Map<String, String> typed, Problem problem) {
        var status = problem.type().status();
        var refusal = refusal(problem);
        if (problem.type().name().equals("PHONE_CODE_EXPIRED")) {
            var page = pages.phone(frame(code, browser()), invitation, typed, refusal);
            return page(status, page)
                    .header(HttpHeaders.SET_COOKIE, cookies.noVerification())
                    .build();
        }
        var answer = step(code, invitation, typed, refusal, status);
        var wait = problem.members().get("retryAfterSeconds");
        return wait == null
                ? answer.build()
                : answer.header(HttpHeaders.RETRY_AFTER, wait).build();
    }

    /** The page of the step that the visitor has reached. */
    private RestResponse.ResponseBuilder<String> step(
            String code, Invitation invitation, Map<String, String> typed, Refusal refusal, int status) {
        var browser = browser();
        var frame = frame(code, browser);
        var page = Applicants.is(caller.get())
                ? pages.form(frame, invitation, typed, refusal)
                : cookies.verification().isPresent()
                        ? pages.otp(frame, invitation, refusal)
                        : pages.phone(frame, invitation, typed, refusal);
        return withForm(status, page, browser);
    }

    private RestResponse.ResponseBuilder<String> withForm(int status, String page, String browser) {
        return page(status, page).header(HttpHeaders.SET_COOKIE, cookies.browser(browser));
    }

    private Optional<ApplicationView> application() {
        var visitor = caller.get();
        return Applicants.is(visitor) ? joining.mine(visitor, null, 1).stream().findFirst() : Optional.empty();
    }

    private Refusal refusal(Problem problem) {
        return Refusal.of(problem, catalogue, language());
    }

    private Frame frame(String code, String browser) {
        return new Frame(language(), code, browser.isEmpty() ? "" : seals.token(browser, code));
    }

    private Language language() {
        var chosen = request.getParam("lang");
        return Language.preferred(chosen == null ? request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) : chosen);
    }

    private String browser() {
        return cookies.browser().orElseGet(seals::browser);
    }

    private RestResponse.ResponseBuilder<String> seeOther(String code, String part) {
        var chosen = request.getParam("lang");
        var query = chosen == null ? "" : "?lang=" + (language() == Language.EN ? "en" : "zh");
        return safe(RestResponse.ResponseBuilder.<String>create(RestResponse.Status.SEE_OTHER))
                // Set as it is: the location builder would turn it into the service's own address.
                .header(HttpHeaders.LOCATION, "/j/" + code + part + query);
    }

    private RestResponse.ResponseBuilder<String> page(int status, String html) {
        return safe(RestResponse.ResponseBuilder.<String>create(status).entity(html))
                .header(HttpHeaders.CONTENT_TYPE, "text/html;charset=UTF-8")
                .header(HttpHeaders.CONTENT_LANGUAGE, language().tag());
    }

    private RestResponse.ResponseBuilder<String> safe(RestResponse.ResponseBuilder<String> answer) {
        return answer.header("Content-Security-Policy", pages.policy())
                .header("Referrer-Policy", "no-referrer")
                .header("X-Frame-Options", "DENY")
                .header("Cross-Origin-Opener-Policy", "same-origin")
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
    }
}

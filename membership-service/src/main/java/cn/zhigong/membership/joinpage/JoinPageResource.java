package cn.zhigong.membership.joinpage;

import static jakarta.transaction.Transactional.TxType.NEVER;

import cn.zhigong.membership.joinpage.Answer.Page;
import cn.zhigong.membership.joinpage.JoinPages.Frame;
import cn.zhigong.platform.problem.Catalogue;
import cn.zhigong.platform.problem.Language;
import cn.zhigong.platform.problem.Problem;
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
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** The page over HTTP: writes the answers of {@link JoinPageFlow}. */
@Path("/j/{code}")
@Produces(MediaType.TEXT_HTML)
@PermitAll
class JoinPageResource {

    private final JoinPageFlow flow;
    private final JoinPages pages;
    private final FormSeals seals;
    private final Catalogue catalogue;
    private final PageCookies cookies;
    private final HttpServerRequest request;

    JoinPageResource(
            JoinPageFlow flow,
            JoinPages pages,
            FormSeals seals,
            Catalogue catalogue,
            PageCookies cookies,
            HttpServerRequest request) {
        this.flow = flow;
        this.pages = pages;
        this.seals = seals;
        this.catalogue = catalogue;
        this.cookies = cookies;
        this.request = request;
    }

    @GET
    @Operation(hidden = true)
    public RestResponse<String> open(String code) {
        return written(code, flow.open(code));
    }

    @POST
    @Transactional(NEVER)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public RestResponse<String> send(String code, String form) {
        var from = request.remoteAddress().hostAddress();
        return written(code, flow.send(code, JoinForm.typed(form), from));
    }

    @GET
    @Path("/result")
    @Operation(hidden = true)
    public RestResponse<String> result(String code) {
        return written(code, flow.result(code));
    }

    /** On a page a refusal is a page too. */
    @ServerExceptionMapper
    public RestResponse<String> refused(Problem problem) {
        var frame = new Frame(language(), "", "");
        return html(problem.type().status(), pages.refused(frame, refusal(problem)))
                .build();
    }

    private RestResponse<String> written(String code, Answer answer) {
        return switch (answer) {
            case Answer.SeeOther(var to, var part, var changed) ->
                with(changed, seeOther(to, part)).build();
            case Answer.Show(var page) -> page(code, 200, page, Refusal.NONE).build();
            case Answer.Refused(var page, var problem, var changed) -> {
                var refused = page(code, problem.type().status(), page, refusal(problem));
                problem.retryAfterSeconds().ifPresent(wait -> refused.header(HttpHeaders.RETRY_AFTER, wait));
                yield with(changed, refused).build();
            }
        };
    }

    private RestResponse.ResponseBuilder<String> page(String code, int status, Page page, Refusal refusal) {
        var browser = cookies.browser().orElseGet(seals::browser);
        var frame = new Frame(language(), code, seals.token(browser, code));
        return html(status, rendered(page, frame, refusal)).header(HttpHeaders.SET_COOKIE, cookies.browser(browser));
    }

    private String rendered(Page page, Frame frame, Refusal refusal) {
        return switch (page) {
            case Page.Phone(var invitation, var typed) -> pages.phone(frame, invitation, typed, refusal);
            case Page.Otp(var invitation) -> pages.otp(frame, invitation, refusal);
            case Page.Form(var invitation, var typed) -> pages.form(frame, invitation, typed, refusal);
            case Page.Correction(var typed) -> pages.correction(frame, typed, refusal);
            case Page.Result(var application) -> pages.result(frame, application);
        };
    }

    private Refusal refusal(Problem problem) {
        return Refusal.of(problem, catalogue, language());
    }

    private Language language() {
        var chosen = request.getParam("lang");
        return Language.preferred(chosen == null ? request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) : chosen);
    }

    private RestResponse.ResponseBuilder<String> seeOther(String code, String part) {
        var chosen = request.getParam("lang");
        var query = chosen == null ? "" : "?lang=" + (language() == Language.EN ? "en" : "zh");
        return safe(RestResponse.ResponseBuilder.<String>create(RestResponse.Status.SEE_OTHER))
                // Set as it is: the location builder would turn it into the service's own address.
                .header(HttpHeaders.LOCATION, "/j/" + code + part + query);
    }

    private static RestResponse.ResponseBuilder<String> with(
            List<String> changed, RestResponse.ResponseBuilder<String> answer) {
        changed.forEach(cookie -> answer.header(HttpHeaders.SET_COOKIE, cookie));
        return answer;
    }

    private RestResponse.ResponseBuilder<String> html(int status, String html) {
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

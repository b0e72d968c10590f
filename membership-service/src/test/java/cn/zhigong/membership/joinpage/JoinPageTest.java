package cn.zhigong.membership.joinpage;

import static cn.zhigong.membership.organisation.OrganisationFixtures.as;
import static io.restassured.RestAssured.given;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.zhigong.membership.MovedClock;
import cn.zhigong.platform.reference.MobilePhone;
import cn.zhigong.platform.testing.Infrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page over HTTP, as a browser without scripts sees it. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
@QuarkusTestResource(MovedClock.class)
class JoinPageTest extends WithAPhone {

    private static String otherThan(String otp) {
        return "%06d".formatted((Integer.parseInt(otp) + 1) % 1_000_000);
    }

    @Test
    void aWorkerWithoutAccountJoinsAndFollowsTheApplication() {
        var scene = Scene.set();
        var code = scene.code(clock, Map.of());
        var visitor = Visitor.of(code);
        assertThat(visitor.status()).isEqualTo(200);
        assertThat(visitor.text()).contains(scene.name(), "工会章程");
        visitor.send("phone", Map.of("phone", phone));
        assertThat(visitor.page().select("#otp")).hasSize(1);
        visitor.send("otp", Map.of("otp", otp()));
        assertThat(visitor.page().select("#number")).hasSize(1);
        visitor.send("form", Scene.filledIn());
        assertThat(visitor.path()).isEqualTo("/j/" + code + "/result");
        assertThat(visitor.status()).isEqualTo(200);
        assertThat(visitor.text()).contains("申请编号");
        await().atMost(15, SECONDS)
                .untilAsserted(
                        () -> assertThat(visitor.open("/j/" + code + "/result").text())
                                .contains("等待工会审批"));
        assertThat(visitor.open("/j/" + code).path())
                .as("the code leads back to the result")
                .endsWith("/result");
        visitor.send("restart", Map.of());
        assertThat(visitor.page().select("#phone"))
                .as("the phone is cleared for somebody else")
                .hasSize(1);
    }

    @Test
    void everyPageForbidsScriptsFramesCachesAndReferrers() {
        var code = Scene.set().code(clock, Map.of());
        for (var path : new String[] {"/j/" + code, "/j/nonsense"}) {
            var answer = given().get(path);
            var policy = answer.header("Content-Security-Policy");
            assertThat(policy)
                    .contains("default-src 'none'", "frame-ancestors 'none'", "form-action 'self'", "sha256-")
                    .doesNotContain("unsafe");
            assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
            assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
            assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(answer.contentType()).isEqualToIgnoringWhitespace("text/html;charset=UTF-8");
            assertThat(answer.asString())
                    .doesNotContain("<script")
                    .doesNotContain(" style=")
                    .doesNotContain("http://");
        }
        for (var cookie : given().get("/j/" + code).detailedCookies().asList()) {
            assertThat(cookie.isHttpOnly()).isTrue();
            assertThat(cookie.getSameSite()).isEqualTo("Strict");
            assertThat(cookie.getPath()).isEqualTo("/j");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=%", "%=1", "step=phone&phone=%zz", "phone=13912345678&otp=%"})
    void aFormThatNoBrowserSendsIsRefusedOnAPage(String body) {
        var code = Scene.set().code(clock, Map.of());
        for (var path : new String[] {"/j/" + code, "/j/nonsense"}) {
            given().contentType("application/x-www-form-urlencoded")
                    .body(body)
                    .post(path)
                    .then()
                    .statusCode(400)
                    .contentType("text/html");
        }
    }

    @Test
    void theLanguageFollowsTheBrowserAndTheSwitch() {
        var code = Scene.set().code(clock, Map.of());
        assertThat(Visitor.of(code).page().select("html").attr("lang")).isEqualTo("zh-CN");
        assertThat(Visitor.of(code, "en-GB,en;q=0.8").page().select("html").attr("lang"))
                .isEqualTo("en");
        var switched = Visitor.of(code).open("/j/" + code + "?lang=en");
        assertThat(switched.page().select("html").attr("lang")).isEqualTo("en");
        assertThat(switched.page().select("header a").attr("href")).isEqualTo("?lang=zh");
        switched.send("phone", Map.of("phone", phone));
        assertThat(switched.path()).endsWith("?lang=en");
    }

    @Test
    void everyFieldHasALabelAndItsErrorsAreLinkedToIt() {
        var code = Scene.set().code(clock, Map.of());
        var visitor = withRight(code).send("form", Map.of("name", " "));
        assertThat(visitor.status()).isEqualTo(422);
        var page = visitor.page();
        for (var field : page.select("form input:not([type=hidden]), form select")) {
            var id = field.id();
            assertThat(page.select("label[for=" + id + "]").text()).as(id).isNotBlank();
            if (field.hasAttr("aria-invalid")) {
                assertThat(field.attr("aria-describedby")).as(id).contains(id + "-error");
                assertThat(page.select(".refusal a[href=#" + id + "]")).as(id).hasSize(1);
            }
        }
        assertThat(page.select("[aria-invalid]").eachAttr("id"))
                .contains("name", "type", "number", "employmentForm", "charter", "personalInformation");
        assertThat(page.title()).startsWith("错误");
    }

    @Test
    void askingAgainTooSoonIsRefusedWithTheTimeToWait() {
        var code = Scene.set().code(clock, Map.of());
        var visitor = withCode(code).send("restart", Map.of()).send("phone", Map.of("phone", phone));
        assertThat(visitor.status()).isEqualTo(429);
        assertThat(Integer.parseInt(visitor.header("Retry-After"))).isPositive();
        assertThat(visitor.error("phone")).isNotBlank();
    }

    @Test
    void aWrongOneTimeCodeSaysHowManyTriesAreLeftAndIsNotKept() {
        var code = Scene.set().code(clock, Map.of());
        var visitor = withCode(code);
        var wrong = otherThan(otp());
        visitor.send("otp", Map.of("otp", wrong));
        assertThat(visitor.status()).isEqualTo(422);
        assertThat(visitor.error("otp")).contains("4");
        assertThat(visitor.page().select("#otp").val()).isEmpty();
        assertThat(visitor.page().html()).doesNotContain(wrong);
        for (int i = 0; i < 4; i++) {
            visitor.send("otp", Map.of("otp", wrong));
        }
        visitor.send("otp", Map.of("otp", otp()));
        assertThat(visitor.status()).isEqualTo(409);
        assertThat(visitor.page().select("#phone")).as("back to the phone").hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nonsense", "zzz.00000000000000000000000000000000", "-.", "lzzzzz.é"})
    void aFormThatWeDidNotMakeIsRefusedAndWhatWasTypedStays(String token) {
        var code = Scene.set().code(clock, Map.of());
        var visitor = Visitor.of(code).send("phone", Map.of("phone", phone, "token", token));
        assertThat(visitor.status()).isEqualTo(403);
        assertThat(visitor.page().select("#phone").val()).isEqualTo(phone);
        assertThat(inbox.newestCode(new MobilePhone(phone))).isEmpty();
    }

    @Test
    void aFormOfAnotherBrowserOrCodeOrHourIsRefused() {
        var scene = Scene.set();
        var code = scene.code(clock, Map.of());
        var token = Visitor.of(code).page().select("input[name=token]").val();
        assertThat(Visitor.of(code)
                        .send("phone", Map.of("phone", phone, "token", token))
                        .status())
                .isEqualTo(403);
        var visitor = Visitor.of(code);
        var own = visitor.page().select("input[name=token]").val();
        visitor.open("/j/" + scene.code(clock, Map.of()));
        assertThat(visitor.send("phone", Map.of("phone", phone, "token", own)).status())
                .isEqualTo(403);
        visitor.open("/j/" + code);
        MovedClock.advance(clock, Duration.ofMinutes(61));
        assertThat(visitor.send("phone", Map.of("phone", phone)).status()).isEqualTo(403);
        assertThat(visitor.send("phone", Map.of("phone", phone)).status())
                .as("the refusal brought a fresh form")
                .isEqualTo(200);
    }

    @Test
    void theRightOfThePhoneEnds() {
        var code = Scene.set().code(clock, Map.of());
        var visitor = withRight(code);
        MovedClock.advance(clock, Duration.ofHours(2));
        visitor.open("/j/" + code);
        assertThat(visitor.page().select("#phone")).hasSize(1);
    }

    @Test
    void theCookieOpensNothingButThePage() {
        var visitor = withRight(Scene.set().code(clock, Map.of()));
        given().cookies(visitor.cookies()).get("/v1/organisations").then().statusCode(401);
    }

    @Test
    void aRefusedCodeShowsAPageThatNamesNoUnion() {
        var scene = Scene.set();
        var code = scene.code(clock, Map.of());
        as(scene.officer()).post("/v1/join-codes/" + code + "/revoke").then().statusCode(200);
        var visitor = Visitor.of(code);
        assertThat(visitor.status()).isEqualTo(409);
        assertThat(visitor.text()).contains("入会码已停用").doesNotContain(scene.name());
        assertThat(Visitor.of("nonsense").status()).isEqualTo(404);
        assertThat(Visitor.of("nonsense", "en").text()).contains("not valid");
        assertThat(withCode(scene.code(clock, Map.of())).status()).isEqualTo(200);
    }

    @Test
    void aLiveCodeLeadsToAPassSoThatTheFormMayTakeItsTime() {
        var scene = Scene.set();
        var handle = scene.code(clock, Map.of("kind", "LIVE"));
        String shown =
                as(scene.officer()).get("/v1/join-codes/" + handle + "/live").path("code");
        var visitor = Visitor.of(shown);
        assertThat(visitor.status()).isEqualTo(200);
        assertThat(visitor.path()).isNotEqualTo("/j/" + shown).startsWith("/j/" + handle);
        MovedClock.advance(clock, Duration.ofMinutes(2));
        assertThat(Visitor.of(shown).status()).as("a screenshot").isEqualTo(409);
        visitor.send("phone", Map.of("phone", phone));
        visitor.send("otp", Map.of("otp", otp())).send("form", Scene.filledIn());
        assertThat(visitor.path()).endsWith("/result");
        var pass = visitor.path().replace("/result", "");
        assertThat(Visitor.of(pass.substring(3)).status())
                .as("the link shared afterwards")
                .isEqualTo(409);
    }

    @Test
    void whatAnAppAddsToTheLinkDoesNotMatter() {
        var code = Scene.set().code(clock, Map.of());
        given().get("/j/" + code + "?from=singlemessage&isappinstalled=0")
                .then()
                .statusCode(200);
    }

    @Test
    void theResultWithoutARightLeadsToTheBeginning() {
        var code = Scene.set().code(clock, Map.of());
        assertThat(Visitor.of(code).open("/j/" + code + "/result").page().select("#phone"))
                .hasSize(1);
    }
}

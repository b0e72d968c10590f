package cn.zhigong.membership.joinpage;

import static cn.zhigong.membership.organisation.OrganisationFixtures.as;
import static io.restassured.RestAssured.given;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.zhigong.membership.MovedClock;
import cn.zhigong.membership.joining.People;
import cn.zhigong.membership.organisation.OrganisationFixtures;
import cn.zhigong.platform.sql.Sql;
import cn.zhigong.platform.testing.Infrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the page says of an application that was filed, and how it is corrected there. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
@QuarkusTestResource(MovedClock.class)
class ResultPageTest extends WithAPhone {

    @Inject
    Sql sql;

    private String reviewer;
    private String code;

    @BeforeEach
    void aUnionThatInvites() {
        var scene = Scene.set();
        reviewer = OrganisationFixtures.officer(scene.union(), "REVIEWER");
        code = scene.code(clock, Map.of());
    }

    private Visitor filed(Map<String, String> typed) {
        return withRight(code).send("form", typed);
    }

    private void awaitText(Visitor visitor, String text) {
        await().atMost(20, SECONDS)
                .until(() -> visitor.open("/j/" + code + "/result").text(), shown -> shown.contains(text));
    }

    private void decide(Visitor visitor, String verb, Map<String, ?> body) {
        awaitText(visitor, "等待工会审批");
        as(reviewer)
                .body(body)
                .post("/v1/join-applications/" + id(visitor) + "/" + verb)
                .then()
                .statusCode(200);
        visitor.open("/j/" + code + "/result");
    }

    private static UUID id(Visitor visitor) {
        return UUID.fromString(visitor.page().select("dd").get(1).text());
    }

    @Test
    void whatIsReturnedSaysWhyAndIsCorrectedOnThePage() {
        var visitor = filed(Scene.filledIn());
        decide(visitor, "return", Map.of("reasons", List.of("EMPLOYER", "PLACE"), "note", "<b>请填写</b>单位"));
        assertThat(visitor.page().select("#reasons li").eachText()).containsExactly("工作单位", "工作地点");
        assertThat(visitor.page().select("#note").text()).isEqualTo("<b>请填写</b>单位");
        assertThat(visitor.page().select("#note b")).as("escaped").isEmpty();
        assertThat(visitor.open("/j/" + code + "/result?lang=en").text()).contains("Employer", "Place of work");
        visitor.open("/j/" + code + "/result").send("correct", Map.of());
        assertThat(visitor.page().select("#employer").val()).isEqualTo("申城快递");
        assertThat(visitor.page().select("#number").val()).isEmpty();
        var typed = Scene.filledIn();
        typed.put("number", "1");
        assertThat(visitor.send("correction", typed).error("number")).isNotBlank();
        typed.put("number", Scene.newNumber(1990));
        typed.put("employer", "浦东快递");
        assertThat(visitor.send("correction", typed).path()).endsWith("/result");
        assertThat(visitor.page().select("#reasons")).isEmpty();
        awaitText(visitor, "等待工会审批");
    }

    @Test
    void aRefusalSaysWhy() {
        var visitor = filed(Scene.filledIn());
        decide(visitor, "reject", Map.of("reason", "NOT_OF_THIS_UNION", "note", "请联系所在街道"));
        assertThat(visitor.text()).contains("不属于本工会的范围", "请联系所在街道", "申诉");
        assertThat(visitor.page().select("input[value=correct]")).isEmpty();
    }

    @Test
    void anIdentityThatFailedIsCorrectedOnThePage() {
        var typed = Scene.filledIn();
        typed.put("number", People.doubted());
        var visitor = filed(typed);
        awaitText(visitor, "身份核验未通过");
        assertThat(visitor.text()).contains("三次机会");
        visitor.send("correct", Map.of()).send("correction", Scene.filledIn());
        awaitText(visitor, "等待工会审批");
    }

    @Test
    void theButtonsWorkAfterTheFirstHourToo() {
        var typed = Scene.filledIn();
        typed.put("number", People.doubted());
        var visitor = filed(typed);
        awaitText(visitor, "身份核验未通过");
        MovedClock.advance(clock, Duration.ofMinutes(70));
        visitor.open("/j/" + code + "/result").send("correct", Map.of());
        assertThat(visitor.status()).isEqualTo(200);
        assertThat(visitor.page().select("#number")).hasSize(1);
    }

    @Test
    void twoTapsFileOneApplicationAndBothSeeIt() throws Exception {
        var visitor = withRight(code);
        Map<String, String> fields = new HashMap<>(Scene.filledIn());
        fields.put("step", "form");
        fields.put("token", visitor.page().select("input[name=token]").val());
        Callable<Response> tap = () -> given().redirects()
                .follow(false)
                .cookies(visitor.cookies())
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParams(fields)
                .post("/j/" + code);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var answer : threads.invokeAll(Collections.nCopies(6, tap))) {
                assertThat(answer.get().statusCode()).isEqualTo(303);
                assertThat(answer.get().header("Location")).endsWith("/result");
            }
        }
        assertThat(visitor.open("/j/" + code + "/result").text()).contains("申请编号");
        assertThat(sql.first(
                        "select count(*) from join_application a join join_application b using (account) where a.id = ?",
                        row -> row.integer(1),
                        id(visitor)))
                .contains(1);
    }

    @Test
    void howLongTheTextsWereOnThePageIsKeptWithTheConsents() {
        var visitor = withRight(code);
        MovedClock.advance(clock, Duration.ofSeconds(45));
        visitor.send("form", Scene.filledIn());
        assertThat(sql.list(
                        "select reading_seconds from join_consent where application_id = ?",
                        row -> row.integer(1),
                        id(visitor)))
                .hasSize(2)
                .allSatisfy(seconds -> assertThat(seconds).isBetween(45, 120));
    }
}

package cn.zhigong.membership.joinpage;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.nullValue;

import cn.zhigong.membership.MovedClock;
import cn.zhigong.platform.testing.Infrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** The forms of the page sent once more: by a second tap, or from the browser's history. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
@QuarkusTestResource(MovedClock.class)
class RepeatedFormTest extends WithAPhone {

    @Test
    void anApisKeyForRepetitionsMeansNothingToThePage() {
        var code = Scene.set().code(clock, Map.of());
        var visitor = withCode(code);
        Map<String, String> fields = Map.of(
                "step", "otp",
                "otp", wrongOtp(),
                "token", visitor.page().select("input[name=token]").val());
        for (var key : new String[] {"one-key", "one-key", "a key of an api"}) {
            given().cookies(visitor.cookies())
                    .header("Idempotency-Key", key)
                    .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                    .formParams(fields)
                    .post("/j/" + code)
                    .then()
                    .statusCode(422)
                    .contentType("text/html")
                    .header("Idempotency-Replayed", nullValue());
        }
        visitor.send("otp", Map.of("otp", wrongOtp()));
        assertThat(visitor.error("otp")).as("each of them was a try").contains("1");
    }

    @Test
    void aStepSentTwiceLeadsToTheNextOne() {
        var code = Scene.set().code(clock, Map.of());
        var visitor = withCode(code);
        var sent = new HashMap<>(Map.of("step", "otp", "otp", otp()));
        sent.put("token", visitor.page().select("input[name=token]").val());
        visitor.send("otp", sent);
        assertThat(visitor.page().select("#number")).hasSize(1);
        visitor.send("otp", sent);
        assertThat(visitor.status()).isEqualTo(200);
        assertThat(visitor.page().select("#number")).hasSize(1);
        sent.putAll(Map.of("step", "phone", "phone", phone));
        visitor.send("phone", sent);
        assertThat(visitor.status()).isEqualTo(200);
        assertThat(visitor.page().select("#number")).hasSize(1);
    }

    @Test
    void twoTapsOnSendTheCodeSendOneAndBothLeadToIt() throws Exception {
        var code = Scene.set().code(clock, Map.of());
        var visitor = Visitor.of(code);
        Map<String, String> fields = Map.of(
                "step",
                "phone",
                "phone",
                phone,
                "token",
                visitor.page().select("input[name=token]").val());
        var cookies = Map.copyOf(visitor.cookies());
        Callable<String> tap = () -> given().redirects()
                .follow(false)
                .cookies(cookies)
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParams(fields)
                .post("/j/" + code)
                .then()
                .statusCode(303)
                .extract()
                .cookie("zhigong_phone");
        Set<String> begun = new HashSet<>();
        try (var taps = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var answer : taps.invokeAll(List.of(tap, tap))) {
                begun.add(answer.get());
            }
        }
        assertThat(begun).hasSize(1).doesNotContainNull();
        visitor.send("phone", fields).send("otp", Map.of("otp", otp()));
        assertThat(visitor.page().select("#number")).hasSize(1);
    }

    private String wrongOtp() {
        return "%06d".formatted((Integer.parseInt(otp()) + 1) % 1_000_000);
    }
}

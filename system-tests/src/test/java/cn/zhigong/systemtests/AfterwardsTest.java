package cn.zhigong.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.zhigong.systemtests.stack.AgainstTheStack;
import cn.zhigong.systemtests.stack.Stack;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** What can only be asked when much has happened. */
@AgainstTheStack
@Order(90)
class AfterwardsTest {

    private final Stack stack;

    AfterwardsTest(Stack stack) {
        this.stack = stack;
    }

    @Test
    void everyProblemThatAnybodyMetIsExplainedInBothLanguages() {
        assertThat(stack.problemsSeen()).isNotEmpty();
        for (var slug : stack.problemsSeen()) {
            for (var language : List.of("zh-CN", "en")) {
                var page = stack.anybody()
                        .with("Accept-Language", language)
                        .with("Accept", "text/html")
                        .get("/problems/" + slug)
                        .expect(200);
                assertThat(page.body()).contains("lang=\"" + language.substring(0, 2));
            }
        }
    }

    @Test
    void aTraceThatAClientBeganGoesOnThroughTheBroker() {
        var trace = HexFormat.of().toHexDigits(new Random().nextLong() | 1) + "00000000000000ff";
        var worker = Worker.withAccount(stack);
        var union = Union.ofTheFactory(stack);
        var application = worker.applyAndWait(union.joinCode());
        var approved = union.officer()
                .with("traceparent", "00-" + trace + "-00000000000000ff-01")
                .post("/api/membership/v1/join-applications/" + application + "/approve", Map.of())
                .expect(200);
        assertThat(approved.header("trace-id")).isEqualTo(trace);
        for (var part : List.of("membership", "competition")) {
            await("the trace in the log of " + part)
                    .atMost(Worker.PATIENCE)
                    .until(() -> !stack.logs().linesOf(part, trace).isEmpty());
        }
    }

    @Test
    void everythingIsStillThereAfterTheStackWasStoppedAndStarted() {
        var worker = Worker.withAccount(stack);
        var member = worker.join(Union.ofTheFactory(stack));
        stack.restartEverything();
        assertThat(worker.membership().expect(200).id()).isEqualTo(member);
        assertThat(stack.anybody().get("/q/health/ready").expect(200).text("status"))
                .isEqualTo("UP");
    }
}

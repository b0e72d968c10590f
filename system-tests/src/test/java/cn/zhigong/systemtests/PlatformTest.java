package cn.zhigong.systemtests;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.zhigong.platform.api.ApiDocument;
import cn.zhigong.platform.api.event.EventDocument;
import cn.zhigong.platform.api.event.EventDocument.Operation;
import cn.zhigong.platform.api.event.lint.EventRule;
import cn.zhigong.systemtests.stack.AgainstTheStack;
import cn.zhigong.systemtests.stack.Stack;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** What the platform says of itself. */
@AgainstTheStack
@Order(1)
class PlatformTest {

    private final Stack stack;

    PlatformTest(Stack stack) {
        this.stack = stack;
    }

    private String[] services() {
        return stack.databases().names().stream()
                .filter(name -> !name.equals("gateway"))
                .toArray(String[]::new);
    }

    @Test
    void theWholePlatformIsReady() {
        var health = stack.anybody().get("/q/health/ready").expect(200).json();
        assertThat(health.path("status").asText()).isEqualTo("UP");
        assertThat(health.toString()).contains(services());
    }

    @Test
    void theOneDescriptionHoldsTheOperationsOfEveryService() {
        // What the gateway has of a service that was still waking up when it asked, it asks again after 15 s.
        await().atMost(40, SECONDS)
                .untilAsserted(() -> assertThat(stack.anybody()
                                .get("/openapi.json")
                                .expect(200)
                                .json()
                                .path("paths")
                                .fieldNames())
                        .toIterable()
                        .filteredOn(path -> path.startsWith("/api/"))
                        .extracting(path -> path.split("/", -1)[2])
                        .contains(services()));
    }

    @Test
    void theOneDescriptionKeepsTheRulesOfEachServices() {
        var document = stack.anybody().get("/openapi.json").expect(200).json();
        assertThat(document.path("openapi").asText()).startsWith("3.1.");
        assertThat(MergedApi.findings(new ApiDocument(document))).isEmpty();
    }

    @Test
    void everyTopicAndEventOfThePlatformStandsInOneDocumentThatKeepsTheRules() {
        await().atMost(40, SECONDS).untilAsserted(() -> {
            var document = new EventDocument(
                    stack.anybody().get("/asyncapi.json").expect(200).json());
            assertThat(document.root().path("info").has("x-unavailable")).isFalse();
            assertThat(document.messages(Operation.SEND))
                    .extracting(one -> one.channel().owner())
                    .contains(services());
            assertThat(EventRule.allFindings(document)).isEmpty();
        });
    }

    @Test
    void theReferenceIsAPageForPeople() {
        var page = stack.anybody().get("/docs").expect(200);
        assertThat(page.header("content-type")).startsWith("text/html");
    }

    @Test
    void nothingOfTheServicesManagementIsReachableFromOutside() {
        for (var path : List.of(
                "/q/metrics",
                "/metrics",
                "/q/dev",
                "/q/openapi",
                "/api/membership/q/metrics",
                "/api/membership/q/health",
                "/api/membership/openapi",
                "/api/membership/asyncapi",
                "/api/membership/problems")) {
            stack.anybody().get(path).refused(404, "NOT_FOUND");
        }
    }

    @Test
    void aWayOutOfThePathOfAServiceIsRefused() {
        for (var path :
                List.of("/api/membership/v1/../q/metrics", "/api/membership/v1/%2e%2e/q/metrics", "//q/metrics")) {
            stack.anybody().get(path).refused(400, "UNSAFE_PATH");
        }
    }
}

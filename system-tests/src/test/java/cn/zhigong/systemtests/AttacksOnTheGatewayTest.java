package cn.zhigong.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhigong.systemtests.stack.AgainstTheStack;
import cn.zhigong.systemtests.stack.Stack;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Who says they are somebody else, sends too much, or asks for what is not for them. */
@AgainstTheStack
@Order(10)
class AttacksOnTheGatewayTest {

    private static final String ME = "/api/membership/v1/members/me";

    /** Something in each service that no stranger may read. */
    private static final Map<String, String> MUST_KNOW = Map.of(
            "MEMBERSHIP", "/v1/members/me",
            "COMPETITION", "/v1/dead-letters",
            "TRAINING", "/v1/skill-records/me",
            "RIGHTS", "/v1/disputes");

    private final Stack stack;

    AttacksOnTheGatewayTest(Stack stack) {
        this.stack = stack;
    }

    @Test
    void aForgedTokenIsWorthNothing() throws Exception {
        var keys = stack.value("ISSUER_URL") + "/protocol/openid-connect/certs";
        new ForgedTokens(stack.tokenOf("worker-9"), keys).all().forEach((how, token) -> {
            var answer = stack.withToken(token).get(ME);
            assertThat(answer.status()).as(how).isEqualTo(401);
            assertThat(answer.text("code")).as(how).isEqualTo("TOKEN_INVALID");
            assertThat(answer.header("www-authenticate")).as(how).startsWith("Bearer");
        });
    }

    @Test
    void aServiceVerifiesTokensItselfShouldSomebodyGetPastTheGateway() throws Exception {
        var keys = stack.value("ISSUER_URL") + "/protocol/openid-connect/certs";
        new ForgedTokens(stack.tokenOf("worker-9"), keys).all().forEach((how, token) -> {
            MUST_KNOW.forEach((service, path) -> {
                var answer = stack.at(service)
                        .with("Authorization", "Bearer " + token)
                        .get(path);
                assertThat(answer.status()).as("%s: %s", service, how).isEqualTo(401);
            });
        });
    }

    @Test
    void withoutATokenNothingPersonalIsThere() {
        for (var path : List.of(ME, "/api/training/v1/skill-records/me", "/api/rights/v1/disputes")) {
            stack.anybody().get(path).refused(401, "UNAUTHENTICATED");
        }
    }

    @Test
    void headersThatClaimAnIdentityMakeNoDifference() {
        var liar = stack.anybody()
                .with("X-User-Id", "admin")
                .with("X-User", "admin")
                .with("X-Roles", "admin")
                .with("X-Forwarded-User", "admin")
                .with("X-Forwarded-For", "10.0.0.1")
                .with("X-Original-URL", "/v1/members")
                .with("X-HTTP-Method-Override", "DELETE");
        liar.get(ME).refused(401, "UNAUTHENTICATED");
        liar.get("/api/membership/v1/organisations").refused(401, "UNAUTHENTICATED");
    }

    @Test
    void anIdentityNumberInAnAddressIsRefusedBeforeItReachesALog() {
        var person = stack.people().next();
        for (var path : List.of(
                "/api/membership/v1/members?q=" + person.number(),
                "/api/membership/v1/members/" + person.number(),
                "/j/" + person.number())) {
            stack.as("officer-pudong").get(path).refused(400, "PERSONAL_DATA_IN_URL");
        }
    }

    @Test
    void aBodyBeyondTheLimitIsRefused() {
        stack.as("worker-9")
                .send("POST", "/api/membership/v1/join-applications", "{\"name\": \"" + "x".repeat(1_100_000) + "\"}")
                .refused(413, "BODY_TOO_LARGE");
    }

    @Test
    void aMalformedBodySaysWhereAndNothingAboutUs() {
        var caller = stack.as("worker-9");
        for (var body :
                List.of("{", "[1,", "\"", "{\"joinCode\": 1e999999}", "{\"a\": 1, \"a\": 2}", "[".repeat(20_000))) {
            var answer = caller.send("POST", "/api/membership/v1/join-applications", body);
            answer.refused(400, "MALFORMED_BODY");
            assertThat(answer.body()).doesNotContain("Exception", "jackson", "cn.zhigong", "java.");
        }
        caller.with("Content-Type", "text/xml")
                .send("POST", "/api/membership/v1/join-applications", "<a/>")
                .refused(415, "UNSUPPORTED_MEDIA_TYPE");
    }

    @Test
    void anUnknownParameterIsNotIgnored() {
        var officer = stack.as("officer-pudong");
        officer.get("/api/membership/v1/members?tenant=1").refused(400, "UNKNOWN_PARAMETER");
        officer.get("/api/membership/v1/members?limit=1000000000").expect(400);
        officer.get("/api/membership/v1/members?limit=-1").expect(400);
        officer.get("/api/membership/v1/members?after=forged").refused(400, "INVALID_CURSOR");
    }

    @Test
    void everyAnswerTellsTheQuotaAndWhoExceedsItWaits() {
        var person = stack.people().next();
        var caller = stack.as(stack.newAccount(person));
        var first = caller.get(ME);
        assertThat(first.header("ratelimit-policy")).isNotEmpty();
        assertThat(first.header("ratelimit")).isNotEmpty();
        var refused = IntStream.range(0, 450)
                .parallel()
                .mapToObj(_ -> caller.get(ME))
                .filter(answer -> answer.status() == 429)
                .findAny()
                .orElseThrow(() -> new AssertionError("450 requests at once were all served"));
        refused.refused(429, "TOO_MANY_REQUESTS");
        assertThat(Integer.parseInt(refused.header("retry-after"))).isBetween(1, 10);
        assertThat(refused.header("ratelimit")).contains("r=0");
        // Somebody else does not wait.
        stack.as("officer-pudong").get("/api/membership/v1/organisations").expect(200);
    }
}

package cn.zhigong.membership.joining;

import static cn.zhigong.membership.organisation.OrganisationFixtures.as;
import static cn.zhigong.membership.organisation.OrganisationFixtures.asAdmin;
import static io.restassured.RestAssured.given;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;

import cn.zhigong.membership.member.UserinfoStub;
import cn.zhigong.platform.testing.Answers;
import cn.zhigong.platform.testing.Tokens;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Workers who join, through the API. */
public final class JoiningFixtures {

    public static final String CHARTER = "2023-10";

    private JoiningFixtures() {}

    /** A login that nobody else has. */
    public static String worker() {
        return "worker-" + UUID.randomUUID();
    }

    public static RequestSpecification asWorker(String account) {
        return given().auth().oauth2(Tokens.of(account, "member")).contentType(ContentType.JSON);
    }

    /** A poster's code of a union. */
    public static String code(UUID union, InstantSource clock) {
        return Answers.text(issued(union, clock), 201, "code");
    }

    /** A poster's code for so many applications. */
    static String limited(UUID union, InstantSource clock, int uses) {
        var until = clock.instant().plus(Duration.ofDays(300)).toString();
        var wanted = Map.of("kind", "POSTER", "validUntil", until, "maxUses", uses);
        return Answers.text(asAdmin().body(wanted).post("/v1/organisations/" + union + "/join-codes"), 201, "code");
    }

    public static Response issued(UUID union, InstantSource clock) {
        var until = clock.instant().plus(Duration.ofDays(300)).toString();
        var issued = asAdmin()
                .body(Map.of("kind", "POSTER", "validUntil", until))
                .post("/v1/organisations/" + union + "/join-codes");
        Answers.requireStatus(issued, 201);
        return issued;
    }

    /** A good application; {@code changes} replaces fields, a null removes one. */
    public static Map<String, Object> application(String number, Map<String, ?> changes) {
        Map<String, Object> body = new HashMap<>(Map.of(
                "identity",
                Map.of("type", "RESIDENT_ID", "number", number, "name", "王小明"),
                "phone",
                People.phone(),
                "employmentForm",
                "NEW_FORM",
                "workerGroup",
                "COURIER",
                "charterVersion",
                CHARTER,
                "consents",
                List.of(
                        Map.of("purpose", "CHARTER", "version", CHARTER, "readingSeconds", 42),
                        Map.of("purpose", "PERSONAL_INFORMATION", "version", CHARTER))));
        body.putAll(changes);
        return body;
    }

    /** Files for the account's holder, unless the login provider knows the account or the number otherwise. */
    public static Response file(String account, String number, String code) {
        UserinfoStub.enrol(account, number, "王小明");
        return asWorker(account)
                .body(application(number, Map.of("joinCode", code)))
                .post("/v1/join-applications");
    }

    /** Files an application; its id. */
    public static UUID filed(String account, String number, String code) {
        return Answers.id(file(account, number, code), 201);
    }

    /** Waits until an officer sees the application in a state. */
    public static void awaitState(UUID application, String state) {
        await().atMost(20, SECONDS).until(() -> state(application), state::equals);
    }

    static String state(UUID application) {
        return Answers.textSoFar(asAdmin().get("/v1/join-applications/" + application), "state");
    }

    /** Files an application by a union's code and waits until it is under review. */
    public static UUID underReview(String account, String number, String code) {
        var id = filed(account, number, code);
        awaitState(id, "ROUTED");
        return id;
    }

    public static Response approve(String officer, UUID application) {
        return as(officer).post("/v1/join-applications/" + application + "/approve");
    }

    /** A member of a union, by the whole way; the application's id. */
    public static UUID member(String account, String number, UUID union, InstantSource clock) {
        var id = underReview(account, number, code(union, clock));
        Answers.requireStatus(asAdmin().post("/v1/join-applications/" + id + "/approve"), 200);
        return id;
    }
}

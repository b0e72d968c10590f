package cn.zhigong.membership.organisation;

import static io.restassured.RestAssured.given;

import cn.zhigong.platform.reference.CreditCode;
import cn.zhigong.platform.testing.Answers;
import cn.zhigong.platform.testing.Tokens;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Organisations and officers for the tests of this service, made through its API. All tests share one tree, because it
 * has one root: work below a {@link #district()} of your own.
 */
public final class OrganisationFixtures {

    private static final SecureRandom RANDOM = new SecureRandom();

    private static volatile @Nullable UUID root;

    private OrganisationFixtures() {}

    /** A request of an account with realm role officer. */
    public static RequestSpecification as(String account) {
        return given().auth().oauth2(Tokens.of(account, "officer")).contentType(ContentType.JSON);
    }

    public static RequestSpecification asAdmin() {
        return given().auth().oauth2(Tokens.of("admin", "admin")).contentType(ContentType.JSON);
    }

    /** The root of the tree, which the first test makes. */
    public static UUID root() {
        var known = root;
        if (known == null) {
            known = madeRoot();
            root = known;
        }
        return known;
    }

    private static UUID madeRoot() {
        var made = asAdmin()
                .body(Map.of("name", "上海市总工会", "kind", "CITY_FEDERATION", "district", "310000"))
                .post("/v1/organisations");
        if (made.statusCode() == 201) {
            return Answers.id(made, 201);
        }
        return UUID.fromString(
                asAdmin().get("/v1/organisations?kind=CITY_FEDERATION&limit=1").path("items[0].id"));
    }

    /** A new district federation of Pudong below the root. */
    public static UUID district() {
        return organisation(root(), "DISTRICT_FEDERATION", Map.of("district", "310115"));
    }

    public static UUID organisation(UUID parent, String kind) {
        return organisation(parent, kind, Map.of());
    }

    /** A new organisation with further fields. */
    public static UUID organisation(@Nullable UUID parent, String kind, Map<String, ?> fields) {
        Map<String, Object> body = new HashMap<>(Map.of("name", "工会 " + UUID.randomUUID(), "kind", kind));
        if (parent != null) {
            body.put("parentId", parent);
        }
        body.putAll(fields);
        return Answers.id(asAdmin().body(body).post("/v1/organisations"), 201);
    }

    /** A new account that holds an open grant at an organisation from now on. */
    public static String officer(UUID organisation, String role) {
        var account = "officer-" + UUID.randomUUID();
        grant(organisation, account, role);
        return account;
    }

    /** Gives an account an open grant; the grant's id. */
    public static UUID grant(UUID organisation, String account, String role) {
        var wanted = Map.of("account", account, "role", role);
        return Answers.id(asAdmin().body(wanted).post("/v1/organisations/" + organisation + "/officers"), 201);
    }

    /** A unified social credit code that nobody had before, with right check characters. */
    public static String creditCode(String registration) {
        return CreditCode.complete(registration + "310115" + "%08d".formatted(RANDOM.nextInt(100_000_000)))
                .value();
    }

    /** One whose last character is wrong, as in the codes of the pilot areas. */
    public static String pilotCode(String registration) {
        var good = creditCode(registration);
        return good.substring(0, 17) + (good.endsWith("A") ? 'B' : 'A');
    }

    static Response move(String account, UUID id, UUID newParent) {
        return as(account)
                .body(Map.of("newParentId", newParent, "reason", "区划调整"))
                .post("/v1/organisations/" + id + "/move");
    }

    static Response dissolve(String account, UUID id, Map<String, ?> more) {
        Map<String, Object> body = new HashMap<>(Map.of("reason", "单位终止"));
        body.putAll(more);
        return as(account).body(body).post("/v1/organisations/" + id + "/dissolve");
    }

    static Response merge(String account, UUID id, UUID into) {
        return as(account).body(Map.of("intoId", into, "reason", "撤二建一")).post("/v1/organisations/" + id + "/merge");
    }
}

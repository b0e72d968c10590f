package cn.zhigong.membership.phone;

import static io.restassured.RestAssured.given;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;

import cn.zhigong.platform.reference.MobilePhone;
import cn.zhigong.platform.sql.Sql;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/** Phones that ask for a one-time code over HTTP. */
abstract class AskingForCodes {

    @Inject
    InboxSmsSender inbox;

    @Inject
    Applicants applicants;

    @Inject
    InstantSource clock;

    @Inject
    Sql sql;

    final String phone = newPhone();

    static String newPhone() {
        return "139%08d".formatted(ThreadLocalRandom.current().nextInt(100_000_000));
    }

    /** Each test asks from a network of its own, or the limit of one would decide in another. */
    final String address = "2001:db8:%x:%x::1"
            .formatted(
                    ThreadLocalRandom.current().nextInt(0x1_0000),
                    ThreadLocalRandom.current().nextInt(0x1_0000));

    ValidatableResponse start(String phone) {
        return start(phone, address);
    }

    static ValidatableResponse start(String phone, String address) {
        return given().header("X-Forwarded-For", address)
                .contentType(ContentType.JSON)
                .body(Map.of("phone", phone, "purpose", "JOIN_APPLICATION"))
                .post("/v1/phone-verifications")
                .then();
    }

    static ValidatableResponse confirm(String id, String code) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("code", code))
                .post("/v1/phone-verifications/" + id + "/confirm")
                .then();
    }

    String started(String phone) {
        return start(phone).statusCode(201).extract().path("id");
    }

    String codeOf(String number) {
        return await().atMost(5, SECONDS)
                .until(() -> inbox.newestCode(new MobilePhone(number)), code -> code.isPresent())
                .orElseThrow();
    }

    static String other(String code) {
        return "%06d".formatted((Integer.parseInt(code) + 1) % 1_000_000);
    }
}

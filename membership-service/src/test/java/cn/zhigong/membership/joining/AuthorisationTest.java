package cn.zhigong.membership.joining;

import static cn.zhigong.membership.organisation.OrganisationFixtures.creditCode;
import static cn.zhigong.membership.organisation.OrganisationFixtures.officer;
import static cn.zhigong.membership.organisation.OrganisationFixtures.organisation;
import static io.restassured.RestAssured.given;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;

import cn.zhigong.membership.MovedClock;
import cn.zhigong.membership.importing.ImportSamples;
import cn.zhigong.membership.phone.InboxSmsSender;
import cn.zhigong.membership.servicepoint.PointSamples;
import cn.zhigong.membership.transfer.TransferSamples;
import cn.zhigong.platform.reference.MobilePhone;
import cn.zhigong.platform.testing.Answers;
import cn.zhigong.platform.testing.Infrastructure;
import cn.zhigong.platform.testing.access.AuthorisationContract;
import cn.zhigong.platform.testing.access.Samples;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
@QuarkusTestResource(MovedClock.class)
class AuthorisationTest extends AuthorisationContract {

    private static final String UNION = "/v1/organisations/{id}";
    private static final String APPLICATION = "/v1/join-applications/{id}";
    private static final String CODE = "/v1/join-codes/{code}";

    @Inject
    InstantSource clock;

    @Inject
    InboxSmsSender inbox;

    private final AtomicInteger startYear = new AtomicInteger(2010);

    @Override
    protected Samples samples() {
        var home = new Scene(clock);
        var foreign = new Scene(clock);
        var samples = new Samples()
                .owners(home.worker, foreign.worker)
                .officers(home.chair, foreign.chair)
                .viewer(officer(home.district, "VIEWER"))
                .onlyLooks("post /v1/members/search", "a number may not stand in an address")
                .organisations(home.district, foreign.district);
        samples.caller("applicant post /v1/join-applications", applicant(), applicant());
        unions(samples, home, foreign);
        codes(samples, home, foreign);
        joining(samples, home, foreign);
        PointSamples.add(
                samples,
                new PointSamples(home.chair, home.union, home.worker),
                new PointSamples(foreign.chair, foreign.union, foreign.worker));
        TransferSamples.add(
                samples,
                new TransferSamples(home.chair, home.district, home.worker, clock),
                new TransferSamples(foreign.chair, foreign.district, foreign.worker, clock));
        ImportSamples.add(
                samples, new ImportSamples(home.chair, home.union), new ImportSamples(foreign.chair, foreign.union));
        return members(samples, home, foreign);
    }

    /** The account of somebody who proved a phone and has no login. */
    private String applicant() {
        var phone = People.phone();
        var json = given().contentType(ContentType.JSON);
        String id = Answers.text(
                json.body(Map.of("phone", phone, "purpose", "JOIN_APPLICATION")).post("/v1/phone-verifications"),
                201,
                "id");
        var code = await().atMost(5, SECONDS)
                .until(() -> inbox.newestCode(new MobilePhone(phone)), Optional::isPresent)
                .orElseThrow();
        json.body(Map.of("code", code))
                .post("/v1/phone-verifications/" + id + "/confirm")
                .then()
                .statusCode(200);
        return "applicant:" + id;
    }

    private void unions(Samples samples, Scene home, Scene foreign) {
        samples.at(UNION, home.union, foreign.union)
                .at(UNION + "/groups/{groupId}", home.group(), foreign.group())
                .at(UNION + "/employers/{employerId}", home.employer(), foreign.employer())
                .at(UNION + "/officers/{grantId}", home.appointed(), foreign.appointed())
                .nothingListed("get " + UNION + "/terms", "A term has dates and no id")
                .body("post /v1/organisations", () -> json(newUnion(home)))
                .body("patch " + UNION, "{\"name\": \"工会改名\"}")
                .body("post " + UNION + "/terms", () -> json(Map.of("startsOn", nextTerm(), "years", 3)))
                .body("post " + UNION + "/groups", () -> json(Map.of("name", "站点 " + UUID.randomUUID())))
                .body("patch " + UNION + "/groups/{groupId}", "{\"station\": \"S-2\"}")
                .body("patch " + UNION + "/employers/{employerId}", "{\"industry\": \"5910\"}")
                .body("post " + UNION + "/employers", () -> json(Map.of("name", "某公司", "creditCode", creditCode("91"))))
                .body(
                        "post " + UNION + "/officers",
                        () -> json(Map.of("account", JoiningFixtures.worker(), "role", "VIEWER")));
        // What ends, or goes elsewhere, is another one each time.
        for (var step : List.of("move", "dissolve", "merge")) {
            samples.at(
                    "post " + UNION + "/" + step,
                    () -> organisation(home.district, "BASIC").toString(),
                    foreign.union);
        }
        samples.body("post " + UNION + "/move", json(Map.of("newParentId", home.sister, "reason", "区划调整")))
                .body("post " + UNION + "/merge", json(Map.of("intoId", home.sister, "reason", "撤二建一")))
                .body("post " + UNION + "/dissolve", "{\"reason\": \"单位终止\"}")
                .at("post " + UNION + "/groups/{groupId}/close", home::group, foreign.group())
                .at("post " + UNION + "/officers/{grantId}/revoke", home::appointed, foreign.appointed())
                .at("post " + UNION + "/employers/{employerId}/move", home::employer, foreign.employer())
                .body("post " + UNION + "/employers/{employerId}/move", json(Map.of("newOrganisationId", home.sister)));
    }

    private static Map<String, Object> newUnion(Scene scene) {
        return Map.of("name", "工会 " + UUID.randomUUID(), "kind", "BASIC", "parentId", scene.district);
    }

    private String nextTerm() {
        return startYear.getAndAdd(4) + "-03-01";
    }

    private static void codes(Samples samples, Scene home, Scene foreign) {
        samples.at(CODE, home.code, foreign.code)
                .at("get " + CODE + "/live", home.live(), foreign.live())
                .at("post " + CODE + "/revoke", home::newCode, foreign.newCode())
                .body("post " + UNION + "/join-codes", () -> json(home.codeWanted("POSTER")));
        for (var shown : List.of("/live", "/qr.png", "/qr.svg", "/poster.pdf")) {
            samples.nothingListed("get " + CODE + shown, "A picture, or what a screen shows of the code");
        }
    }

    private static void joining(Samples samples, Scene home, Scene foreign) {
        var mixed = "{\"ids\": [\"%s\", \"%s\"]}";
        var waiting = foreign.waiting();
        samples.at(APPLICATION, home.application, foreign.application)
                .at("patch " + APPLICATION, home.returned, foreign.returned)
                .caller("owner patch " + APPLICATION, home.newcomer, foreign.newcomer)
                .body("patch " + APPLICATION, () -> json(Map.of("phone", People.phone())))
                .body(
                        "post /v1/join-applications",
                        () -> json(JoiningFixtures.application(People.believed(), Map.of("joinCode", home.code))))
                .body("post " + APPLICATION + "/return", "{\"reasons\": [\"PHONE\"]}")
                .body("post " + APPLICATION + "/reject", "{\"reason\": \"OTHER\"}")
                .body("post " + APPLICATION + "/approve", "{}")
                .batch(
                        "post /v1/join-applications/approve",
                        () -> mixed.formatted(home.waiting(), waiting),
                        "/v1/join-applications/" + waiting)
                .body("post /v1/join-applications/approve", () -> mixed.formatted(home.application, home.returned))
                .at("/v1/collective-joinings/{id}", home.batch(), foreign.batch())
                .body("post /v1/collective-joinings", () -> json(home.batchWanted()));
    }

    private static Samples members(Samples samples, Scene home, Scene foreign) {
        return samples.at("/v1/members/{id}", home.member, foreign.member)
                .body(
                        "post /v1/members/search",
                        json(Map.of(
                                "identity", Map.of("type", "RESIDENT_ID", "number", home.number), "purpose", "核对会籍")))
                .nothingListed("get /v1/members/me/card", "A card shows its number and no id")
                .at("/v1/phone-verifications/{id}", UUID.randomUUID(), UUID.randomUUID())
                .thereWhateverItsId(
                        "post /v1/phone-verifications/{id}/confirm", "what never was is answered as what has expired")
                .body(
                        "post /v1/phone-verifications",
                        () -> json(Map.of("phone", People.phone(), "purpose", "JOIN_APPLICATION")));
    }

    private static String json(Map<String, ?> body) {
        try {
            return new ObjectMapper().findAndRegisterModules().writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}

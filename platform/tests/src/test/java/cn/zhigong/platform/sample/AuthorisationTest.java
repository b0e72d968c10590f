package cn.zhigong.platform.sample;

import static io.restassured.RestAssured.given;

import cn.zhigong.platform.api.ApiDocument;
import cn.zhigong.platform.job.Jobs;
import cn.zhigong.platform.security.Caller;
import cn.zhigong.platform.testing.Infrastructure;
import cn.zhigong.platform.testing.Tokens;
import cn.zhigong.platform.testing.access.AuthorisationContract;
import cn.zhigong.platform.testing.access.Declared;
import cn.zhigong.platform.testing.access.Samples;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.UUID;

/** The chassis' own endpoints with real things, for all services. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class AuthorisationTest extends AuthorisationContract {

    @Inject
    Jobs jobs;

    @Override
    protected ApiDocument document() {
        return Declared.served();
    }

    @Override
    protected boolean triesTheChassis() {
        return true;
    }

    @Override
    protected Samples samples() {
        var tag = UUID.randomUUID().toString();
        var home = "home-" + tag;
        var foreign = "foreign-" + tag;
        var noted = "the tests of dead letters have real ones";
        return new Samples()
                .owners(home, foreign)
                .organisations(UUID.randomUUID(), UUID.randomUUID())
                .at("/v1/jobs/{id}", job(home), job(foreign))
                .at("/v1/notes/{id}", note(home), note(foreign))
                .at("/v1/moments/{id}", UUID.randomUUID(), UUID.randomUUID())
                .thereWhateverItsId("put /v1/moments/{id}/party", "it echoes")
                .thereWhateverItsId("put /v1/moments/{id}/guests", "it echoes")
                // A year that no time of this run has in it.
                .at("/v1/calendar/{year}", 2025, 2025)
                .refuses("put /v1/calendar/{year}", 422, "a notice that were taken would change the other tests' days")
                .at("/v1/dead-letters/{id}", UUID.randomUUID(), UUID.randomUUID())
                .refuses("post /v1/dead-letters/{id}/replay", 404, noted)
                .refuses("post /v1/dead-letters/{id}/discard", 404, noted)
                .body("post /v1/notes/anonymous", "\"text\"");
    }

    private UUID job(String owner) {
        return QuarkusTransaction.requiringNew()
                .call(() -> jobs.start("tried", new Caller(owner, "", Set.of()), null, _ -> "done"))
                .id();
    }

    private static String note(String author) {
        return given().auth()
                .oauth2(Tokens.of(author, "member"))
                .contentType(ContentType.JSON)
                .body("{\"text\": \"something\"}")
                .post("/v1/notes")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }
}

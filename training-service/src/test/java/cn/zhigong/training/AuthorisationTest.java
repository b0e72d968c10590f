package cn.zhigong.training;

import cn.zhigong.platform.sql.Sql;
import cn.zhigong.platform.testing.Infrastructure;
import cn.zhigong.platform.testing.access.AuthorisationContract;
import cn.zhigong.platform.testing.access.Samples;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;

@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class AuthorisationTest extends AuthorisationContract {

    /** A union with its officer and a worker of it; made by hand, so that there can be two. */
    static final class Place extends OverHttp {

        @SuppressWarnings("UnnecessaryAssignment") // Nothing is injected into what is no test.
        Place(Sql sql) {
            this.sql = sql;
            found();
        }
    }

    @Inject
    Sql sql;

    /** The bureau knows what was submitted only, and a certificate is made of an approved case. */
    @Override
    protected Samples samples() {
        var home = new Place(sql);
        var foreign = new Place(sql);
        var submitted = home.won(home.worker, "CITY_1", "2026", 1);
        home.submit(home.officer, submitted).then().statusCode(200);
        home.grant("viewer-" + home.union, home.union, "VIEWER");
        return new Samples()
                .viewer("viewer-" + home.union)
                .owners(home.worker, foreign.worker)
                .officers(home.officer, foreign.officer)
                .organisations(home.union, foreign.union)
                .at("/v1/promotion-cases/{id}", submitted, foreign.won(foreign.worker, "CITY_1", "2026", 1))
                .at(
                        "/v1/certificates/{number}",
                        home.certified(home.join(), "CITY_1", "2026", 1),
                        foreign.certified(foreign.join(), "CITY_1", "2026", 1))
                .nothingListed("get /v1/skill-records/me", "A skill record names occupations and no ids")
                .body("post /v1/promotion-cases/{id}/approve", "{\"approvalNumber\": \"沪人社 2026-1\"}");
    }
}

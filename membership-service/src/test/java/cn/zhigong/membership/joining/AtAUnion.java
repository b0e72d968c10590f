package cn.zhigong.membership.joining;

import static cn.zhigong.membership.organisation.OrganisationFixtures.officer;
import static cn.zhigong.membership.organisation.OrganisationFixtures.organisation;

import cn.zhigong.membership.InADistrict;
import io.restassured.response.Response;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;

/** A test at a union that invites with a code: an officer of it decides, and a worker comes. */
public abstract class AtAUnion extends InADistrict {

    protected UUID union;
    protected String officer;
    protected String code;
    protected String worker;

    @BeforeEach
    protected void aUnionWithAnOfficerAndACode() {
        union = organisation(district, "BASIC");
        officer = officer(union, "REVIEWER");
        code = JoiningFixtures.code(union, clock);
        worker = JoiningFixtures.worker();
    }

    /** Files an application of the worker, somebody whom the identity provider believes. */
    protected Response apply(Map<String, ?> changes) {
        return JoiningFixtures.asWorker(worker)
                .body(JoiningFixtures.application(People.believed(), changes))
                .post("/v1/join-applications");
    }

    /** An application as the worker sees it. */
    protected Response my(UUID application) {
        return JoiningFixtures.asWorker(worker).get("/v1/join-applications/" + application);
    }
}

package cn.zhigong.membership;

import cn.zhigong.platform.api.lint.Conventions;
import cn.zhigong.platform.testing.Infrastructure;
import cn.zhigong.platform.testing.OpenApiContract;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class OpenApiTest extends OpenApiContract {

    OpenApiTest() {
        super(Conventions.ofPlatform()
                .withPublic(
                        "getChartersCurrent",
                        "getJoinCode",
                        "getServicePoint",
                        "getServicePointSteps",
                        "getServicePoints",
                        "getServicePointsTotals",
                        "postPhoneVerifications",
                        "postPhoneVerificationConfirm")
                .withVerbs(
                        "accept",
                        "apply",
                        "approve",
                        "cancel",
                        "close",
                        "close-temporarily",
                        "confirm",
                        "consent",
                        "correct",
                        "dismiss",
                        "dissolve",
                        "merge",
                        "move",
                        "open",
                        "reject",
                        "reopen",
                        "return",
                        "revoke",
                        "rollback",
                        "search",
                        "submit",
                        "withdraw"));
    }
}

package cn.zhigong.competition;

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
                .withPublic("getContests", "getContest", "getContestResults", "getEventResults")
                .withVerbs(
                        "approve",
                        "cancel",
                        "close",
                        "decide",
                        "file",
                        "finalise",
                        "open",
                        "postpone",
                        "publicise",
                        "publish",
                        "ready",
                        "return",
                        "start",
                        "withdraw"));
    }
}

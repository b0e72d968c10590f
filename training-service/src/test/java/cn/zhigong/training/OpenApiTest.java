package cn.zhigong.training;

import cn.zhigong.platform.api.lint.Conventions;
import cn.zhigong.platform.testing.Infrastructure;
import cn.zhigong.platform.testing.OpenApiContract;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class OpenApiTest extends OpenApiContract {

    OpenApiTest() {
        super(Conventions.ofPlatform().withPublic("getCertificate").withVerbs("approve", "refuse", "revoke", "submit"));
    }
}

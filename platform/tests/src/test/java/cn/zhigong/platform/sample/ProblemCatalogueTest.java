package cn.zhigong.platform.sample;

import cn.zhigong.platform.testing.Infrastructure;
import cn.zhigong.platform.testing.ProblemCatalogueContract;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class ProblemCatalogueTest extends ProblemCatalogueContract {

    ProblemCatalogueTest() {
        super("cn.zhigong.platform.sample");
    }
}

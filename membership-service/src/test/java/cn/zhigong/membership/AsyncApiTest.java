package cn.zhigong.membership;

import cn.zhigong.platform.testing.AsyncApiContract;
import cn.zhigong.platform.testing.Infrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class AsyncApiTest extends AsyncApiContract {}

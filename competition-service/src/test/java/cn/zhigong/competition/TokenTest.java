package cn.zhigong.competition;

import cn.zhigong.platform.testing.Infrastructure;
import cn.zhigong.platform.testing.TokenContract;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class TokenTest extends TokenContract {}

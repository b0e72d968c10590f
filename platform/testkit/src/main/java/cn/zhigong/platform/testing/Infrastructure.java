package cn.zhigong.platform.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/**
 * Gives a module's tests the keys they sign tokens and encrypt fields with; the PostgreSQL and Kafka that the build
 * started once for all modules are found through the environment. Use it as
 * {@code @QuarkusTestResource(Infrastructure.class)}.
 */
public class Infrastructure implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        if (System.getenv("TEST_POSTGRES") == null) {
            throw new IllegalStateException("TEST_POSTGRES is not set. Run the tests with `make test`, or one module's"
                    + " with `make test MODULE=platform`: it starts the PostgreSQL and Kafka they need.");
        }
        return Map.of(
                "zhigong.token.issuer",
                Tokens.ISSUER,
                "zhigong.token.keys",
                Tokens.publishedKeys().toString(),
                "zhigong.calendar.settling",
                "0s",
                "zhigong.keys.file",
                TestKeys.file().toString());
    }

    @Override
    public void stop() {
        // The build stops what it started.
    }
}

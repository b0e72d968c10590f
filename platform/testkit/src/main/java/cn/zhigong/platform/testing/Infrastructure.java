package cn.zhigong.platform.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;

/**
 * Connects a module's tests to the PostgreSQL and Kafka that the build started once for all modules. Use it as
 * {@code @QuarkusTestResource(value = Infrastructure.class, initArgs = @ResourceArg(name = "database", value =
 * "..."))}.
 */
public class Infrastructure implements QuarkusTestResourceLifecycleManager {

    private String database = "platform";

    @Override
    public void init(Map<String, String> arguments) {
        database = arguments.getOrDefault("database", database);
    }

    @Override
    public Map<String, String> start() {
        Map<String, String> settings = new HashMap<>();
        settings.put("quarkus.datasource.jdbc.url", "jdbc:postgresql://" + required("TEST_POSTGRES") + "/" + database);
        settings.put("quarkus.datasource.username", required("TEST_POSTGRES_USER"));
        settings.put("quarkus.datasource.password", required("TEST_POSTGRES_PASSWORD"));
        settings.put("kafka.bootstrap.servers", required("TEST_KAFKA"));
        settings.put("zhigong.token.issuer", Tokens.ISSUER);
        settings.put("zhigong.token.keys", Tokens.publishedKeys().toString());
        settings.put("zhigong.keys.file", TestKeys.file().toString());
        return settings;
    }

    private static String required(String name) {
        var value = System.getenv(name);
        if (value == null) {
            throw new IllegalStateException(name + " is not set. Run the tests with `make test`, or one module's with"
                    + " `make test MODULE=platform`: it starts the PostgreSQL and Kafka they need.");
        }
        return value;
    }

    @Override
    public void stop() {
        // The build stops what it started.
    }
}

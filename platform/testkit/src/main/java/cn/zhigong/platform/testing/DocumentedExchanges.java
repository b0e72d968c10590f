package cn.zhigong.platform.testing;

import io.quarkus.test.junit.callback.QuarkusTestBeforeEachCallback;
import io.quarkus.test.junit.callback.QuarkusTestMethodContext;
import io.restassured.RestAssured;

/**
 * Puts {@link ExchangeFilter} before every test of a service: no test asks for it and none can forget it. Quarkus finds
 * this class through {@code META-INF/services}, in the class loader of the tests' RestAssured.
 */
public class DocumentedExchanges implements QuarkusTestBeforeEachCallback {

    @Override
    public void beforeEach(QuarkusTestMethodContext context) {
        if (RestAssured.filters().stream().noneMatch(ExchangeFilter.class::isInstance)) {
            RestAssured.filters(new ExchangeFilter());
        }
    }
}

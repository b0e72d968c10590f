package cn.zhigong.platform.testing;

import cn.zhigong.platform.api.exchange.Exchange;
import io.restassured.RestAssured;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.http.Header;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Shows {@link DocumentedAnswers} what RestAssured was answered by the service under test. */
final class ExchangeFilter implements Filter {

    @Override
    public Response filter(
            FilterableRequestSpecification request, FilterableResponseSpecification expected, FilterContext context) {
        var response = context.next(request, expected);
        // Another port is the management, or a fake of somebody else's service.
        if (request.getPort() == RestAssured.port) {
            var path = URI.create(request.getURI()).getRawPath();
            DocumentedAnswers.require(
                    new Exchange(request.getMethod(), path, response.statusCode(), headers(response), body(response)),
                    Optional.ofNullable(request.getHeaders().getValue("Idempotency-Key"))
                            .map(key -> key + " of " + request.getHeaders().getValue("Authorization")));
        }
        return response;
    }

    private static Map<String, String> headers(Response response) {
        return response.headers().asList().stream()
                .collect(Collectors.toMap(Header::getName, Header::getValue, (one, _) -> one));
    }

    /** A stream of events may not end, so it is not waited for; of other bodies it only counts that there is one. */
    private static String body(Response response) {
        return response.contentType().startsWith("text/event-stream") ? "(events)" : response.asString();
    }
}

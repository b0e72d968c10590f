package cn.zhigong.platform.http;

import io.opentelemetry.api.trace.Span;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Headers of every answer: not to be cached unless the endpoint says otherwise, and the trace to ask support about. */
class AnswerHeaders {

    @ServerResponseFilter
    public void add(ContainerResponseContext response) {
        var headers = response.getHeaders();
        if (headers.getFirst(HttpHeaders.CACHE_CONTROL) == null) {
            headers.putSingle(HttpHeaders.CACHE_CONTROL, "no-store");
        }
        headers.putSingle("X-Content-Type-Options", "nosniff");
        var trace = Span.current().getSpanContext();
        if (trace.isValid()) {
            headers.putSingle("Trace-Id", trace.getTraceId());
        }
    }
}

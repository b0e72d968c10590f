package cn.zhigong.platform.problem;

import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses a body in chunks, which does not say how long it is, as soon as more of it is read than may be. The framework
 * would answer in the middle of reading, with nothing; so for these it is given twice the limit.
 */
@Singleton
class ChunkedBodies {

    /** Just after the framework has told its limit. */
    private static final int PRIORITY = 1;

    private static final String CODING = "Transfer-Encoding";

    private final HttpServerRequest request;

    /** Filters are made before it is. */
    private final Provider<Vertx> vertx;

    private final BodyLimits limits;

    ChunkedBodies(HttpServerRequest request, Provider<Vertx> vertx, BodyLimits limits) {
        this.request = request;
        this.vertx = vertx;
        this.limits = limits;
    }

    /** What stops the reading; {@link ProblemMappers} answers it. */
    static final class TooLongException extends IOException {

        private static final long serialVersionUID = 1L;
    }

    void watch(@Observes Filters filters) {
        filters.register(this::leaveToUs, PRIORITY);
    }

    private void leaveToUs(RoutingContext visit) {
        var limit = limits.at(visit.request().path());
        visit.put(
                VertxHttpRecorder.MAX_REQUEST_SIZE_KEY, visit.request().getHeader(CODING) == null ? limit : 2 * limit);
        visit.next();
    }

    @ServerRequestFilter
    public void count(ContainerRequestContext context) {
        if (context.getHeaderString(CODING) != null) {
            Runnable hangUp = () -> LongBodies.hangUp(request, vertx.get());
            context.setEntityStream(new Counted(context.getEntityStream(), limits.at(request.path()), hangUp));
        }
    }

    private static final class Counted extends FilterInputStream {

        private final Runnable hangUp;
        private long left;

        Counted(InputStream body, long limit, Runnable hangUp) {
            super(body);
            this.left = limit;
            this.hangUp = hangUp;
        }

        @Override
        public int read() throws IOException {
            var read = super.read();
            count(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            var read = super.read(into, offset, length);
            count(read);
            return read;
        }

        private void count(int read) throws TooLongException {
            left -= Math.max(read, 0);
            if (left < 0) {
                hangUp.run();
                throw new TooLongException();
            }
        }
    }
}

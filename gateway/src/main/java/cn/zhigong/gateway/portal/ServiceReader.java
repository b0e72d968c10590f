package cn.zhigong.gateway.portal;

import cn.zhigong.gateway.service.Service;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Asks all services at once and remembers the last good answer of each, so that one that is down still has its
 * documents.
 */
@Singleton
class ServiceReader {
    private static final Logger LOG = Logger.getLogger(ServiceReader.class);
    private static final Duration TIMEOUT = Duration.ofSeconds(2);
    private static final Duration FRESH = Duration.ofSeconds(15);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(1))
            .build();
    private final Map<URI, Read> lastGood = new ConcurrentHashMap<>();
    private final ObjectMapper json;
    private final InstantSource clock;

    ServiceReader(ObjectMapper json, InstantSource clock) {
        this.json = json;
        this.clock = clock;
    }

    /**
     * The JSON documents at these addresses, each the same object until the service says something else; a service that
     * never gave one is missing.
     */
    Map<Service, JsonNode> read(Map<Service, URI> addresses) {
        var documents = new EnumMap<Service, JsonNode>(Service.class);
        inParallel(addresses, this::read).forEach((service, document) -> {
            if (document != null) {
                documents.put(service, document);
            }
        });
        return documents;
    }

    /** The status each address answers with just now; 0 when it does not answer. */
    Map<Service, Integer> statuses(Map<Service, URI> addresses) {
        return inParallel(addresses, this::status);
    }

    private @Nullable JsonNode read(URI address) {
        var known = lastGood.get(address);
        if (known != null && known.at().plus(FRESH).isAfter(clock.instant())) {
            return known.document();
        }
        try {
            var answer = http.send(get(address), BodyHandlers.ofByteArray());
            if (answer.statusCode() == 200) {
                var read = json.readTree(answer.body());
                var document = known != null && known.document().equals(read) ? known.document() : read;
                lastGood.put(address, new Read(document, clock.instant()));
                return document;
            }
            LOG.debugf("%s answered %d", address, answer.statusCode());
        } catch (IOException e) {
            LOG.debugf("%s cannot be read: %s", address, e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return known == null ? null : known.document();
    }

    private Integer status(URI address) {
        try {
            return http.send(get(address), BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    private static HttpRequest get(URI address) {
        return HttpRequest.newBuilder(address)
                .timeout(TIMEOUT)
                .header("accept", "application/json")
                .build();
    }

    private static <T extends @Nullable Object> Map<Service, T> inParallel(
            Map<Service, URI> addresses, Question<T> question) {
        var answers = new EnumMap<Service, T>(Service.class);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new EnumMap<Service, Future<T>>(Service.class);
            addresses.forEach((service, uri) -> running.put(service, threads.submit(() -> question.ask(uri))));
            running.forEach((service, future) -> answers.put(service, result(future)));
        }
        return answers;
    }

    private static <T extends @Nullable Object> T result(Future<T> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private record Read(JsonNode document, Instant at) {}

    private interface Question<T extends @Nullable Object> {
        T ask(URI address);
    }
}

package cn.zhigong.gateway.portal;

import cn.zhigong.gateway.service.Service;
import cn.zhigong.gateway.service.Services;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Readiness of the platform as its users see it: all services must be ready. Asked at most once a second, whoever asks.
 */
@Singleton
class PlatformHealth {
    private static final Duration FRESH = Duration.ofSeconds(1);

    private final Map<Service, URI> addresses = new EnumMap<>(Service.class);
    private final ReentrantLock asking = new ReentrantLock();
    private final ServiceReader reader;
    private final ObjectMapper json;
    private final InstantSource clock;
    private Instant askedAt = Instant.EPOCH;
    private Page last;

    PlatformHealth(ServiceReader reader, Services services, ObjectMapper json, InstantSource clock) {
        this.reader = reader;
        this.json = json;
        this.clock = clock;
        this.last = alive();
        for (var service : Service.values()) {
            addresses.put(service, URI.create(services.managementUrl(service) + "/q/health/ready"));
        }
    }

    /** The gateway itself; that it answers is the answer. */
    Page alive() {
        return Page.json(200, "application/json", "{\"status\":\"UP\",\"checks\":[]}")
                .with("cache-control", "no-store");
    }

    Page ready() {
        asking.lock();
        try {
            if (clock.instant().isAfter(askedAt.plus(FRESH))) {
                last = ask();
                askedAt = clock.instant();
            }
            return last;
        } finally {
            asking.unlock();
        }
    }

    private Page ask() {
        var answer = json.createObjectNode();
        var checks = json.createArrayNode();
        var up = true;
        for (var status : reader.statuses(addresses).entrySet()) {
            var ready = status.getValue() == 200;
            up &= ready;
            checks.addObject()
                    .put("name", status.getKey().lower())
                    .put("status", ready ? "UP" : "DOWN")
                    .putObject("data")
                    .put("answers", status.getValue() != 0);
        }
        answer.put("status", up ? "UP" : "DOWN").set("checks", checks);
        return Page.json(up ? 200 : 503, "application/json", answer.toString()).with("cache-control", "no-store");
    }
}

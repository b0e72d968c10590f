package cn.zhigong.gateway.identity;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.locks.ReentrantLock;
import org.jboss.logging.Logger;
import org.jose4j.lang.JoseException;

/**
 * Keeps the provider's keys. Blocking: called from virtual threads only. When the provider is down, the keys we have go
 * on working.
 */
class TokenKeys {
    private static final Logger LOG = Logger.getLogger(TokenKeys.class);
    private static final Duration FETCH_TIMEOUT = Duration.ofSeconds(3);
    private static final Duration RETRY_WITHOUT_KEYS = Duration.ofSeconds(1);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(1))
            .build();
    private final ReentrantLock fetching = new ReentrantLock();
    private final URI address;
    private final Duration atMostEvery;
    private final Duration atLeastEvery;
    private final InstantSource clock;
    private final Runnable whenKeysVanish;
    private volatile KeySet keys = KeySet.EMPTY;
    private volatile Instant askedAt = Instant.EPOCH;

    TokenKeys(IdentityConfig config, InstantSource clock, Runnable whenKeysVanish) {
        this.address = config.keys();
        this.atMostEvery = config.refreshAtMostEvery();
        this.atLeastEvery = config.refreshAtLeastEvery();
        this.clock = clock;
        this.whenKeysVanish = whenKeysVanish;
    }

    /** The keys, asked for again when {@code id} is not among them or they are old, within the limits on asking. */
    KeySet holding(String id) {
        var known = keys;
        if (known.find(id) != null && !olderThan(atLeastEvery)) {
            return known;
        }
        fetching.lock();
        try {
            var wait = keys.isEmpty() ? RETRY_WITHOUT_KEYS : keys.find(id) == null ? atMostEvery : atLeastEvery;
            if (olderThan(wait)) {
                askedAt = clock.instant();
                fetch();
            }
            return keys;
        } finally {
            fetching.unlock();
        }
    }

    private boolean olderThan(Duration age) {
        return clock.instant().isAfter(askedAt.plus(age));
    }

    private void fetch() {
        try {
            var request = HttpRequest.newBuilder(address).timeout(FETCH_TIMEOUT).build();
            var answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                LOG.warnf("The identity provider answered %d instead of its keys", answer.statusCode());
                return;
            }
            adopt(KeySet.parse(answer.body()));
        } catch (IOException | JoseException e) {
            LOG.warnf(
                    "The identity provider's keys cannot be had: %s",
                    e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void adopt(KeySet fresh) {
        if (fresh.isEmpty()) { // more likely a broken provider than one that trusts nobody
            LOG.warn("The identity provider published no signature keys; the known ones stay");
            return;
        }
        var vanished = !fresh.ids().containsAll(keys.ids());
        keys = fresh;
        if (vanished) {
            whenKeysVanish.run();
        }
    }
}

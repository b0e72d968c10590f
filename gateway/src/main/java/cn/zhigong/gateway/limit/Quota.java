package cn.zhigong.gateway.limit;

import io.github.bucket4j.Bucket;
import java.time.Duration;

/**
 * A named quota. Refilled all at once at the end of each window, not drop by drop: a caller who starts with a full
 * bucket then gets exactly what {@code RateLimit-Policy} promises, and not twice as much.
 */
record Quota(String name, long requests, Duration window, String policy) {
    static Quota of(String name, LimitConfig.Amount amount, int instances) {
        var requests = Math.max(1, amount.requests() / instances);
        var policy =
                "\"%s\";q=%d;w=%d".formatted(name, requests, amount.window().toSeconds());
        return new Quota(name, requests, amount.window(), policy);
    }

    Bucket bucket() {
        return Bucket.builder()
                .withNanosecondPrecision()
                .addLimit(limit -> limit.capacity(requests).refillIntervally(requests, window))
                .build();
    }
}

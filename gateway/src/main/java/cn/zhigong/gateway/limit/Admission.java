package cn.zhigong.gateway.limit;

import io.github.bucket4j.Bucket;
import org.jspecify.annotations.Nullable;

/**
 * The answer to "may this request pass?".
 *
 * @param policy the value of {@code RateLimit-Policy} for the quota that is nearest to its end
 * @param remaining what is left of it in this window
 * @param resetSeconds when the window ends
 * @param onlyRefusals what a refusal is charged to, when only refusals count
 */
public record Admission(
        boolean admitted,
        String name,
        String policy,
        long remaining,
        long resetSeconds,
        @Nullable Bucket onlyRefusals) {
    /** The value of {@code RateLimit}. */
    public String rateLimit() {
        return "\"" + name + "\";r=" + remaining + ";t=" + resetSeconds;
    }

    /** Tells the outcome: only a refusal (4xx) was a guess; a success or an outage costs nothing. */
    public void answered(int status) {
        if (status >= 400 && status < 500) {
            refused();
        }
    }

    /** The guess was wrong, or its caller did not wait to hear so. Without this call it costs nothing. */
    public void refused() {
        if (onlyRefusals != null) {
            var _ = onlyRefusals.tryConsume(1); // guesses that ran at the same time may find it empty by now
        }
    }
}

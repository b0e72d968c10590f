package cn.zhigong.gateway.limit;

import io.github.bucket4j.Bucket;
import org.jspecify.annotations.Nullable;

/**
 * The answer to "may this request pass?".
 *
 * @param policy the value of {@code RateLimit-Policy} for the quota that is nearest to its end
 * @param remaining what is left of it in this window
 * @param resetSeconds when the window ends
 * @param onlyRefusals a token taken in advance, to be given back when the answer turns out to be no refusal
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
        if (status < 400 || status >= 500) {
            giveBack();
        }
    }

    /** Nobody judged the guess, so it costs nothing. Call it once. */
    public void giveBack() {
        if (onlyRefusals != null) {
            onlyRefusals.addTokens(1);
        }
    }
}

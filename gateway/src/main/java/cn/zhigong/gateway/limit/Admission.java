package cn.zhigong.gateway.limit;

import org.jspecify.annotations.Nullable;

/**
 * The answer to "may this request pass?", and then to "may its answer?".
 *
 * @param policy the value of {@code RateLimit-Policy} for the quota that is nearest to its end
 * @param remaining what is left of it in this window
 * @param resetSeconds when the window ends
 * @param afterwards what its answer is charged to, when not every request counts
 */
public record Admission(
        boolean admitted,
        String name,
        String policy,
        long remaining,
        long resetSeconds,
        @Nullable Charge afterwards) {

    /** The value of {@code RateLimit}. */
    public String rateLimit() {
        return "\"" + name + "\";r=" + remaining + ";t=" + resetSeconds;
    }

    /**
     * Tells the outcome, of which a wrong guess is charged and a success or an outage costs nothing; where only what is
     * not found is limited, such an answer passes no more once the quota is used up.
     */
    public Admission answered(int status) {
        return afterwards == null || afterwards.lets(status)
                ? this
                : new Admission(false, name, policy, 0, resetSeconds, afterwards);
    }

    /** The guess was wrong, or its caller did not wait to hear so. Without this call it costs nothing. */
    public void refused() {
        if (afterwards != null) {
            afterwards.spend(); // guesses that ran at the same time may find it empty by now
        }
    }

    /** The same of a request that passes even without quota, and whose answer decides. */
    Admission anyway() {
        return new Admission(true, name, policy, remaining, resetSeconds, afterwards);
    }
}

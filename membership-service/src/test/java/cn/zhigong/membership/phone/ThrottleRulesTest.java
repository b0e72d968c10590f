package cn.zhigong.membership.phone;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhigong.membership.phone.ThrottleRules.Limit;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ThrottleRulesTest {

    private static final Instant NOW = Instant.parse("2026-05-01T12:00:00Z");
    private static final List<Limit> LIMITS = List.of(
            new Limit(1, Duration.ofMinutes(1)), new Limit(5, Duration.ofHours(1)), new Limit(10, Duration.ofDays(1)));

    private static Duration after(Duration... ages) {
        return ThrottleRules.pause(List.of(ages).stream().map(NOW::minus).toList(), LIMITS, NOW);
    }

    @Test
    void theFirstMayGoAtOnce() {
        assertThat(after()).isZero();
    }

    @Test
    void theSecondWaitsForTheRestOfTheMinute() {
        assertThat(after(Duration.ofSeconds(20))).isEqualTo(Duration.ofSeconds(40));
        assertThat(after(Duration.ofSeconds(60))).isZero();
    }

    @Test
    void theLongestOfTheLimitsDecides() {
        var five = new Duration[] {
            Duration.ofSeconds(30),
            Duration.ofMinutes(10),
            Duration.ofMinutes(20),
            Duration.ofMinutes(30),
            Duration.ofMinutes(50)
        };
        assertThat(after(five)).isEqualTo(Duration.ofMinutes(10));
    }

    @Test
    void comingBackOnTimeIsNeverTooEarly() {
        assertThat(ThrottleRules.retryAfterSeconds(Duration.ofNanos(1))).isEqualTo(1);
        assertThat(ThrottleRules.retryAfterSeconds(Duration.ofSeconds(1))).isEqualTo(1);
        assertThat(ThrottleRules.retryAfterSeconds(Duration.ofMillis(1_001))).isEqualTo(2);
    }

    /** Whatever the rhythm of asking, no stretch of an hour sees more than five and none of a day more than ten. */
    @Test
    void noStretchSeesMoreThanItsLimit() {
        var seed = System.nanoTime();
        var random = new Random(seed);
        List<Instant> sent = new ArrayList<>();
        var now = NOW;
        for (int i = 0; i < 2_000; i++) {
            now = now.plusSeconds(random.nextInt(2_000));
            var reach = now.minus(ThrottleRules.longestOf(LIMITS));
            var recent = sent.reversed().stream()
                    .filter(reach::isBefore)
                    .limit(ThrottleRules.mostOf(LIMITS))
                    .toList();
            if (ThrottleRules.pause(recent, LIMITS, now).isZero()) {
                sent.add(now);
            }
        }
        assertThat(sent).hasSizeGreaterThan(50);
        for (var limit : LIMITS) {
            for (int i = limit.times(); i < sent.size(); i++) {
                assertThat(Duration.between(sent.get(i - limit.times()), sent.get(i)))
                        .as("seed %s", seed)
                        .isGreaterThanOrEqualTo(limit.per());
            }
        }
    }
}

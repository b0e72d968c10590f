package cn.zhigong.platform.throttle;

import static cn.zhigong.platform.problem.CommonProblem.TOO_MANY_REQUESTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.zhigong.platform.problem.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ThrottleTest {

    private static final Instant NOW = Instant.parse("2026-05-01T12:00:00Z");
    private static final Throttle THROTTLE =
            Throttle.of(1, Duration.ofMinutes(1)).and(5, Duration.ofHours(1)).and(10, Duration.ofDays(1));

    private static Duration after(Duration... ages) {
        return THROTTLE.pause(List.of(ages).stream().map(NOW::minus).toList(), NOW);
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
    void oneTooManyIsToldWhenToComeBack() {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> THROTTLE.require(List.of(NOW.minusMillis(58_500)), NOW, TOO_MANY_REQUESTS))
                .satisfies(problem -> assertThat(problem.retryAfterSeconds()).hasValue(2));
        THROTTLE.require(List.of(NOW.minusSeconds(60)), NOW, TOO_MANY_REQUESTS);
    }

    @Test
    void whatMayNeverBeDoneIsAMistakeOfTheSettings() {
        assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> Throttle.of(0, Duration.ofDays(1)));
        assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> Throttle.of(1, Duration.ZERO));
        assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> new Throttle(List.of()));
    }

    @Test
    void nobodyWaitsLongerThanTheStretchWhenTheClockIsSetBack() {
        assertThat(Throttle.of(1, Duration.ofHours(1)).pause(List.of(NOW.plus(Duration.ofDays(36))), NOW))
                .isEqualTo(Duration.ofHours(1));
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
            var reach = THROTTLE.since(now);
            var recent = sent.reversed().stream()
                    .filter(reach::isBefore)
                    .limit(THROTTLE.most())
                    .toList();
            if (THROTTLE.pause(recent, now).isZero()) {
                sent.add(now);
            }
        }
        assertThat(sent).hasSizeGreaterThan(50);
        for (var limit : THROTTLE.limits()) {
            for (int i = limit.times(); i < sent.size(); i++) {
                assertThat(Duration.between(sent.get(i - limit.times()), sent.get(i)))
                        .as("seed %s", seed)
                        .isGreaterThanOrEqualTo(limit.per());
            }
        }
    }
}

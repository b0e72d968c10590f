package cn.zhigong.platform.problem;

import static cn.zhigong.platform.problem.CommonProblem.TOO_MANY_REQUESTS;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProblemTest {

    private static long after(Duration pause) {
        return TOO_MANY_REQUESTS.problem().retryAfter(pause).retryAfterSeconds().orElseThrow();
    }

    @Test
    void whoComesBackOnTimeIsNotTooEarly() {
        assertThat(after(Duration.ofNanos(1))).isEqualTo(1);
        assertThat(after(Duration.ofSeconds(1))).isEqualTo(1);
        assertThat(after(Duration.ofMillis(1_001))).isEqualTo(2);
    }

    @Test
    void mostProblemsAreNotOverByThemselves() {
        assertThat(TOO_MANY_REQUESTS.problem().retryAfterSeconds()).isEmpty();
    }
}

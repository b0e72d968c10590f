package cn.zhigong.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExercisedTest {

    private static final Instant BEGAN = Instant.parse("2026-01-05T08:00:00Z");

    @Test
    void anotherRunWithTheSameProcessIdHasAnotherName() {
        assertThat(Exercised.run(7, Optional.of(BEGAN)))
                .isEqualTo(Exercised.run(7, Optional.of(BEGAN)))
                .isNotEqualTo(Exercised.run(7, Optional.of(BEGAN.plusMillis(10))))
                .isNotEqualTo(Exercised.run(8, Optional.of(BEGAN)));
        assertThat(Exercised.run(7, Optional.empty())).isEqualTo("7");
    }
}

package cn.zhigong.membership.servicepoint;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhigong.platform.testing.StepTable;
import org.junit.jupiter.api.Test;

/** Every pair of states. */
class PointStateTest {

    @Test
    void onlyTheStepsOfTheTableExist() {
        assertThat(StepTable.of(PointState.class)).isEqualTo("""
                PLANNED -> OPEN
                OPEN -> CLOSED_TEMPORARILY, CLOSED
                CLOSED_TEMPORARILY -> OPEN, CLOSED
                CLOSED -> -
                """);
    }
}

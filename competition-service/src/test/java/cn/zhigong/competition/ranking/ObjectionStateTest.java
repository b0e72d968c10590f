package cn.zhigong.competition.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhigong.platform.testing.StepTable;
import org.junit.jupiter.api.Test;

class ObjectionStateTest {

    @Test
    void anObjectionIsDecidedOnce() {
        assertThat(StepTable.of(Objection.State.class)).isEqualTo("""
                OPEN -> REFUSED, UPHELD
                REFUSED -> -
                UPHELD -> -
                """);
    }
}

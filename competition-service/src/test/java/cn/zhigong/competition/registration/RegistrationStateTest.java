package cn.zhigong.competition.registration;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhigong.platform.testing.StepTable;
import org.junit.jupiter.api.Test;

class RegistrationStateTest {

    @Test
    void anEntryIsGivenUpOnce() {
        assertThat(StepTable.of(RegistrationState.class)).isEqualTo("""
                REGISTERED -> WITHDRAWN, INELIGIBLE
                WITHDRAWN -> -
                INELIGIBLE -> -
                """);
    }
}

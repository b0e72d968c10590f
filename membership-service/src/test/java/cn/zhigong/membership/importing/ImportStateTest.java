package cn.zhigong.membership.importing;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhigong.platform.testing.StepTable;
import org.junit.jupiter.api.Test;

class ImportStateTest {

    @Test
    void everyStepIsInTheTable() {
        assertThat(StepTable.of(ImportState.class)).isEqualTo("""
                UPLOADED -> REFUSED, PARSED, CANCELLED
                REFUSED -> -
                PARSED -> REFUSED, VALIDATED, CANCELLED
                VALIDATED -> CONFIRMED, CANCELLED
                CONFIRMED -> APPLYING, CANCELLED
                APPLYING -> APPLIED, PARTIALLY_APPLIED
                APPLIED -> ROLLING_BACK
                PARTIALLY_APPLIED -> ROLLING_BACK
                ROLLING_BACK -> ROLLED_BACK
                ROLLED_BACK -> -
                CANCELLED -> -
                """);
    }

    @Test
    void nothingIsGivenUpOnceTheRegisterIsChanged() {
        assertThat(ImportState.values())
                .filteredOn(ImportState::isPending)
                .containsExactly(
                        ImportState.UPLOADED, ImportState.PARSED, ImportState.VALIDATED, ImportState.CONFIRMED);
    }
}

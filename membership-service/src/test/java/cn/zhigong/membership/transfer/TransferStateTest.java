package cn.zhigong.membership.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhigong.platform.testing.StepTable;
import org.junit.jupiter.api.Test;

/** The steps of 会籍接转, as the platform has them: a source that says nothing lets the member go, the target accepts. */
class TransferStateTest {

    @Test
    void onlyTheStepsOfTheTableExist() {
        assertThat(StepTable.of(Transfer.State.class)).isEqualTo("""
                OPENED -> SOURCE_CONFIRMED, SOURCE_SILENT, CANCELLED
                SOURCE_CONFIRMED -> TARGET_ACCEPTED, TARGET_REJECTED, CANCELLED
                SOURCE_SILENT -> TARGET_ACCEPTED, TARGET_REJECTED, CANCELLED
                TARGET_ACCEPTED -> COMPLETED
                COMPLETED -> -
                TARGET_REJECTED -> -
                CANCELLED -> -
                """);
    }
}

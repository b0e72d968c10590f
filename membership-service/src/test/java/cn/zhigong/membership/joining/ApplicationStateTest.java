package cn.zhigong.membership.joining;

import static cn.zhigong.membership.joining.ApplicationState.CONVERTED_TO_TRANSFER;
import static cn.zhigong.membership.joining.ApplicationState.DRAFT;
import static cn.zhigong.membership.joining.ApplicationState.ESCALATED;
import static cn.zhigong.membership.joining.ApplicationState.IDENTITY_FAILED;
import static cn.zhigong.membership.joining.ApplicationState.RETURNED;
import static cn.zhigong.membership.joining.ApplicationState.ROUTED;
import static cn.zhigong.membership.joining.ApplicationState.SUBMITTED;
import static cn.zhigong.membership.joining.ApplicationState.VERIFIED;
import static cn.zhigong.membership.joining.ApplicationState.WITHDRAWN;
import static org.assertj.core.api.Assertions.assertThat;

import cn.zhigong.platform.testing.StepTable;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Every pair of states: joining by application and decision is 中国工会章程 art. 2, the steps are the platform's own. */
class ApplicationStateTest {

    @Test
    void onlyTheStepsOfTheTableExist() {
        assertThat(StepTable.of(ApplicationState.class)).isEqualTo("""
                DRAFT -> SUBMITTED, WITHDRAWN
                SUBMITTED -> IDENTITY_FAILED, VERIFIED, REJECTED, WITHDRAWN
                IDENTITY_FAILED -> SUBMITTED, WITHDRAWN
                VERIFIED -> ROUTED, REJECTED, WITHDRAWN
                ROUTED -> RETURNED, ESCALATED, APPROVED, REJECTED, WITHDRAWN, CONVERTED_TO_TRANSFER
                RETURNED -> SUBMITTED, WITHDRAWN
                ESCALATED -> RETURNED, APPROVED, REJECTED, WITHDRAWN, CONVERTED_TO_TRANSFER
                APPROVED -> MEMBER_CREATED, CONVERTED_TO_TRANSFER
                MEMBER_CREATED -> -
                REJECTED -> -
                WITHDRAWN -> -
                CONVERTED_TO_TRANSFER -> MEMBER_CREATED, REJECTED, WITHDRAWN
                """);
    }

    @Test
    void everyStateIsReachedFromTheDraft() {
        assertThat(StepTable.reachedFrom(DRAFT)).containsExactlyInAnyOrder(ApplicationState.values());
    }

    @Test
    void theWorkerCanGoBackFromWhereverTheDecisionIsOpen() {
        assertThat(Arrays.stream(ApplicationState.values()).filter(state -> state.canBecome(WITHDRAWN)))
                .containsExactlyInAnyOrder(
                        DRAFT,
                        SUBMITTED,
                        IDENTITY_FAILED,
                        VERIFIED,
                        ROUTED,
                        ESCALATED,
                        RETURNED,
                        CONVERTED_TO_TRANSFER);
    }
}

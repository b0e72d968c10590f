package cn.zhigong.rights.intake;

import static cn.zhigong.rights.intake.DisputeState.ARCHIVED;
import static cn.zhigong.rights.intake.DisputeState.REGISTERED;
import static org.assertj.core.api.Assertions.assertThat;

import cn.zhigong.platform.testing.StepTable;
import org.junit.jupiter.api.Test;

/**
 * The steps as 劳动争议调解仲裁法 and the rules of court-referred mediation lead a case, written down a second time on purpose.
 */
class DisputeStateTest {

    @Test
    void onlyTheStepsOfTheTableExist() {
        assertThat(StepTable.of(DisputeState.class)).isEqualTo("""
                REGISTERED -> ACCEPTED, NOT_ACCEPTED, REFERRED
                ACCEPTED -> MEDIATING, FAILED
                NOT_ACCEPTED -> ARCHIVED
                REFERRED -> ACCEPTED, NOT_ACCEPTED, ARCHIVED
                MEDIATING -> SUSPENDED, AGREED, FAILED
                SUSPENDED -> MEDIATING, FAILED
                AGREED -> FILED_WITH_COURT, COURT_CLOSED, CONFIRMATION_PENDING, ARB_REVIEW_PENDING, PERFORMED, BREACHED
                FAILED -> ARCHIVED
                FILED_WITH_COURT -> CONFIRMATION_PENDING, PERFORMED, BREACHED
                COURT_CLOSED -> PERFORMED, BREACHED, ARCHIVED
                CONFIRMATION_PENDING -> CONFIRMED, CONFIRMATION_REJECTED
                CONFIRMED -> PERFORMED, BREACHED
                CONFIRMATION_REJECTED -> PERFORMED, BREACHED
                ARB_REVIEW_PENDING -> ARB_MEDIATION_LETTER, ARB_REJECTED
                ARB_MEDIATION_LETTER -> PERFORMED, BREACHED
                ARB_REJECTED -> PERFORMED, BREACHED
                PERFORMED -> ARCHIVED
                BREACHED -> PERFORMED, ARCHIVED
                ARCHIVED -> -
                """);
    }

    @Test
    void everyStateIsReachedFromRegistration() {
        assertThat(StepTable.reachedFrom(REGISTERED)).containsExactlyInAnyOrder(DisputeState.values());
    }

    @Test
    void everyCaseCanBeArchivedInTheEnd() {
        assertThat(StepTable.leadingTo(ARCHIVED)).containsExactlyInAnyOrder(DisputeState.values());
    }
}

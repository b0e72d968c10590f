package cn.zhigong.competition.contest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhigong.platform.problem.Problem;
import cn.zhigong.platform.testing.StepTable;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ContestStateTest {

    @Test
    void onlyTheStepsOfTheTableExist() {
        assertThat(StepTable.of(ContestState.class)).isEqualTo("""
                DRAFT -> FILED, CANCELLED
                FILED -> APPROVED, RETURNED, CANCELLED
                APPROVED -> PUBLISHED, CANCELLED, POSTPONED
                RETURNED -> FILED, CANCELLED
                PUBLISHED -> REG_OPEN, CANCELLED, POSTPONED
                REG_OPEN -> REG_CLOSED, CANCELLED, POSTPONED
                REG_CLOSED -> READY, CANCELLED, POSTPONED
                READY -> RUNNING, CANCELLED, POSTPONED
                RUNNING -> SCORING
                SCORING -> RANKED
                RANKED -> PUBLICITY
                PUBLICITY -> OBJECTION_HANDLING, FINAL
                OBJECTION_HANDLING -> PUBLICITY
                FINAL -> AWARDED
                AWARDED -> ARCHIVED
                ARCHIVED -> -
                CANCELLED -> -
                POSTPONED -> PUBLISHED, CANCELLED
                """);
    }

    @Test
    void everyStateIsReachedFromADraft() {
        assertThat(StepTable.reachedFrom(ContestState.DRAFT)).containsExactlyInAnyOrder(ContestState.values());
    }

    @Test
    void nothingIsPublishedThatWasNotApproved() {
        assertThat(Arrays.stream(ContestState.values()).filter(state -> state.canBecome(ContestState.PUBLISHED)))
                .containsExactlyInAnyOrder(ContestState.APPROVED, ContestState.POSTPONED);
        assertThat(Arrays.stream(ContestState.values()).filter(state -> state.canBecome(ContestState.POSTPONED)))
                .doesNotContain(ContestState.DRAFT, ContestState.FILED, ContestState.RETURNED);
    }

    @Test
    void aForbiddenStepSaysWhatIsPossible() {
        var contest = new Contest(UUID.randomUUID(), "officer", plan());
        assertThatThrownBy(
                        () -> assertThat(contest.become(ContestState.RUNNING)).isNull())
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.members())
                                .containsEntry("state", ContestState.DRAFT)
                                .containsEntry("allowed", List.of(ContestState.FILED, ContestState.CANCELLED)));
    }

    @Test
    void everyChangeHasALaterVersionAndTheSameEvents() {
        var contest = new Contest(UUID.randomUUID(), "officer", plan());
        var drafted = contest.changed();
        var filed = contest.file("officer");
        assertThat(filed.version()).isGreaterThan(drafted.version());
        assertThat(filed.events()).isEqualTo(drafted.events());
    }

    @Test
    void aClassIsOfItsOwnLevelOnly() {
        var fitting = new TreeSet<String>();
        for (var contestClass : ContestClass.values()) {
            for (var level : ContestLevel.values()) {
                if (contestClass.fits(level)) {
                    fitting.add(contestClass + " " + level);
                }
            }
        }
        assertThat(fitting)
                .containsExactly(
                        "CITY_1 CITY",
                        "CITY_1 DELTA",
                        "CITY_2 CITY",
                        "CITY_2 DELTA",
                        "DISTRICT DISTRICT",
                        "DISTRICT STREET",
                        "ENTERPRISE ENTERPRISE",
                        "ENTERPRISE TEAM",
                        "NATIONAL_1 INTERNATIONAL",
                        "NATIONAL_1 NATIONAL",
                        "NATIONAL_2 INTERNATIONAL",
                        "NATIONAL_2 NATIONAL");
    }

    @Test
    void aClassIsConferredFarEnoughUpTheTree() {
        assertThat(ContestClass.CITY_1.isConferredAt(1)).isTrue();
        assertThat(ContestClass.CITY_2.isConferredAt(2)).isFalse();
        assertThat(ContestClass.NATIONAL_1.isConferredAt(2)).isFalse();
        assertThat(ContestClass.DISTRICT.isConferredAt(2)).isTrue();
        assertThat(ContestClass.DISTRICT.isConferredAt(3)).isFalse();
        assertThat(ContestClass.ENTERPRISE.isConferredAt(4)).isTrue();
    }

    private static ContestPlan plan() {
        return new ContestPlan(
                UUID.randomUUID(),
                "Welding",
                ContestLevel.CITY,
                ContestClass.CITY_1,
                ContestKind.SKILLS,
                2026,
                null,
                Set.of(),
                List.of(new ContestPlan.EventPlan("焊工", "6-18-02-04", 3, 10, null)));
    }
}

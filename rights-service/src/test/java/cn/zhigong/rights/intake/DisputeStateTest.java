package cn.zhigong.rights.intake;

import static cn.zhigong.rights.intake.DisputeState.ACCEPTED;
import static cn.zhigong.rights.intake.DisputeState.AGREED;
import static cn.zhigong.rights.intake.DisputeState.ARB_MEDIATION_LETTER;
import static cn.zhigong.rights.intake.DisputeState.ARB_REJECTED;
import static cn.zhigong.rights.intake.DisputeState.ARB_REVIEW_PENDING;
import static cn.zhigong.rights.intake.DisputeState.ARCHIVED;
import static cn.zhigong.rights.intake.DisputeState.BREACHED;
import static cn.zhigong.rights.intake.DisputeState.CONFIRMATION_PENDING;
import static cn.zhigong.rights.intake.DisputeState.CONFIRMATION_REJECTED;
import static cn.zhigong.rights.intake.DisputeState.CONFIRMED;
import static cn.zhigong.rights.intake.DisputeState.COURT_CLOSED;
import static cn.zhigong.rights.intake.DisputeState.FAILED;
import static cn.zhigong.rights.intake.DisputeState.FILED_WITH_COURT;
import static cn.zhigong.rights.intake.DisputeState.MEDIATING;
import static cn.zhigong.rights.intake.DisputeState.NOT_ACCEPTED;
import static cn.zhigong.rights.intake.DisputeState.PERFORMED;
import static cn.zhigong.rights.intake.DisputeState.REFERRED;
import static cn.zhigong.rights.intake.DisputeState.REGISTERED;
import static cn.zhigong.rights.intake.DisputeState.SUSPENDED;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DisputeStateTest {

    /**
     * Written down a second time on purpose, as 劳动争议调解仲裁法 and the rules of court-referred mediation lead a case, so
     * that a slip in either shows.
     */
    private static final Map<DisputeState, Set<DisputeState>> TABLE = Map.ofEntries(
            Map.entry(REGISTERED, Set.of(ACCEPTED, NOT_ACCEPTED, REFERRED)),
            Map.entry(REFERRED, Set.of(ACCEPTED, NOT_ACCEPTED, ARCHIVED)),
            Map.entry(NOT_ACCEPTED, Set.of(ARCHIVED)),
            Map.entry(ACCEPTED, Set.of(MEDIATING, FAILED)),
            Map.entry(MEDIATING, Set.of(SUSPENDED, AGREED, FAILED)),
            Map.entry(SUSPENDED, Set.of(MEDIATING, FAILED)),
            Map.entry(FAILED, Set.of(ARCHIVED)),
            Map.entry(
                    AGREED,
                    Set.of(
                            FILED_WITH_COURT,
                            COURT_CLOSED,
                            CONFIRMATION_PENDING,
                            ARB_REVIEW_PENDING,
                            PERFORMED,
                            BREACHED)),
            Map.entry(FILED_WITH_COURT, Set.of(CONFIRMATION_PENDING, PERFORMED, BREACHED)),
            Map.entry(COURT_CLOSED, Set.of(PERFORMED, BREACHED, ARCHIVED)),
            Map.entry(CONFIRMATION_PENDING, Set.of(CONFIRMED, CONFIRMATION_REJECTED)),
            Map.entry(CONFIRMED, Set.of(PERFORMED, BREACHED)),
            Map.entry(CONFIRMATION_REJECTED, Set.of(PERFORMED, BREACHED)),
            Map.entry(ARB_REVIEW_PENDING, Set.of(ARB_MEDIATION_LETTER, ARB_REJECTED)),
            Map.entry(ARB_MEDIATION_LETTER, Set.of(PERFORMED, BREACHED)),
            Map.entry(ARB_REJECTED, Set.of(PERFORMED, BREACHED)),
            Map.entry(PERFORMED, Set.of(ARCHIVED)),
            Map.entry(BREACHED, Set.of(PERFORMED, ARCHIVED)),
            Map.entry(ARCHIVED, Set.of()));

    static Stream<Arguments> pairs() {
        return Arrays.stream(DisputeState.values())
                .flatMap(from -> Arrays.stream(DisputeState.values()).map(to -> Arguments.of(from, to)));
    }

    @ParameterizedTest(name = "{0} to {1}")
    @MethodSource("pairs")
    void everyStepIsAllowedOrForbiddenAsTheTableSays(DisputeState from, DisputeState to) {
        assertThat(from.canBecome(to))
                .isEqualTo(TABLE.getOrDefault(from, Set.of()).contains(to));
        assertThat(from.allowed().contains(to)).isEqualTo(from.canBecome(to));
    }

    @Test
    void everyStateIsReachedFromRegistration() {
        var reached = EnumSet.of(REGISTERED);
        while (reached.addAll(new HashSet<>(
                reached.stream().flatMap(state -> state.allowed().stream()).toList()))) {
            // Until nothing new is reached.
        }
        assertThat(reached).containsExactlyInAnyOrder(DisputeState.values());
    }

    @Test
    void everyCaseCanBeArchivedInTheEnd() {
        var ends = EnumSet.of(ARCHIVED);
        while (Arrays.stream(DisputeState.values())
                .anyMatch(state -> state.allowed().stream().anyMatch(ends::contains) && ends.add(state))) {
            // Until nothing more leads there.
        }
        assertThat(ends).containsExactlyInAnyOrder(DisputeState.values());
    }
}

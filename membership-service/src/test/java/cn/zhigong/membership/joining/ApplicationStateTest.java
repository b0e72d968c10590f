package cn.zhigong.membership.joining;

import static cn.zhigong.membership.joining.ApplicationState.APPROVED;
import static cn.zhigong.membership.joining.ApplicationState.CONVERTED_TO_TRANSFER;
import static cn.zhigong.membership.joining.ApplicationState.DRAFT;
import static cn.zhigong.membership.joining.ApplicationState.ESCALATED;
import static cn.zhigong.membership.joining.ApplicationState.IDENTITY_FAILED;
import static cn.zhigong.membership.joining.ApplicationState.MEMBER_CREATED;
import static cn.zhigong.membership.joining.ApplicationState.REJECTED;
import static cn.zhigong.membership.joining.ApplicationState.RETURNED;
import static cn.zhigong.membership.joining.ApplicationState.ROUTED;
import static cn.zhigong.membership.joining.ApplicationState.SUBMITTED;
import static cn.zhigong.membership.joining.ApplicationState.VERIFIED;
import static cn.zhigong.membership.joining.ApplicationState.WITHDRAWN;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every pair of states: joining by application and decision is 中国工会章程 art. 2, the steps are the platform's own. */
class ApplicationStateTest {

    private static final Map<ApplicationState, Set<ApplicationState>> STEPS = Map.ofEntries(
            Map.entry(DRAFT, Set.of(SUBMITTED, WITHDRAWN)),
            Map.entry(SUBMITTED, Set.of(VERIFIED, IDENTITY_FAILED, REJECTED, WITHDRAWN)),
            Map.entry(IDENTITY_FAILED, Set.of(SUBMITTED, WITHDRAWN)),
            Map.entry(VERIFIED, Set.of(ROUTED, REJECTED, WITHDRAWN)),
            Map.entry(ROUTED, Set.of(APPROVED, RETURNED, REJECTED, ESCALATED, CONVERTED_TO_TRANSFER, WITHDRAWN)),
            Map.entry(ESCALATED, Set.of(APPROVED, RETURNED, REJECTED, CONVERTED_TO_TRANSFER, WITHDRAWN)),
            Map.entry(RETURNED, Set.of(SUBMITTED, WITHDRAWN)),
            Map.entry(APPROVED, Set.of(MEMBER_CREATED, CONVERTED_TO_TRANSFER)),
            Map.entry(CONVERTED_TO_TRANSFER, Set.of(WITHDRAWN)),
            Map.entry(MEMBER_CREATED, Set.of()),
            Map.entry(REJECTED, Set.of()),
            Map.entry(WITHDRAWN, Set.of()));

    static Stream<Arguments> everyPair() {
        return Arrays.stream(ApplicationState.values())
                .flatMap(from -> Arrays.stream(ApplicationState.values()).map(to -> Arguments.of(from, to)));
    }

    @ParameterizedTest(name = "{0} to {1}")
    @MethodSource("everyPair")
    void onlyTheStepsOfTheTableAreAllowed(ApplicationState from, ApplicationState to) {
        assertThat(from.canBecome(to))
                .isEqualTo(STEPS.getOrDefault(from, Set.of()).contains(to));
    }

    @Test
    void everyStateIsReachedFromTheDraft() {
        var reached = EnumSet.of(DRAFT);
        for (var round : ApplicationState.values()) {
            EnumSet.copyOf(reached).forEach(state -> reached.addAll(state.next()));
            assertThat(round).isNotNull();
        }
        assertThat(reached).containsExactlyInAnyOrder(ApplicationState.values());
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

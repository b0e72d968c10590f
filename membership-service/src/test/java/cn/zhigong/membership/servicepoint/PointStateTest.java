package cn.zhigong.membership.servicepoint;

import static cn.zhigong.membership.servicepoint.PointState.CLOSED;
import static cn.zhigong.membership.servicepoint.PointState.CLOSED_TEMPORARILY;
import static cn.zhigong.membership.servicepoint.PointState.OPEN;
import static cn.zhigong.membership.servicepoint.PointState.PLANNED;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every pair of states. */
class PointStateTest {

    private static final Map<PointState, Set<PointState>> STEPS = Map.of(
            PLANNED, Set.of(OPEN),
            OPEN, Set.of(CLOSED_TEMPORARILY, CLOSED),
            CLOSED_TEMPORARILY, Set.of(OPEN, CLOSED),
            CLOSED, Set.of());

    static Stream<Arguments> everyPair() {
        return Arrays.stream(PointState.values())
                .flatMap(from -> Arrays.stream(PointState.values()).map(to -> Arguments.of(from, to)));
    }

    @ParameterizedTest(name = "{0} to {1}")
    @MethodSource("everyPair")
    void onlyTheStepsOfTheTableAreAllowed(PointState from, PointState to) {
        assertThat(from.canBecome(to))
                .isEqualTo(STEPS.getOrDefault(from, Set.of()).contains(to));
        assertThat(from.next().contains(to)).isEqualTo(from.canBecome(to));
        assertThat(CLOSED.next()).isEqualTo(List.of());
    }
}

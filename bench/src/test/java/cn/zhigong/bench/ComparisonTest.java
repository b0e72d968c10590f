package cn.zhigong.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class ComparisonTest {

    private final List<String> order = new ArrayList<>();
    private final Comparison comparison = Comparison.inTurn(
            2,
            legs("baseline", leg(100, 10), leg(300, 30), leg(500, 10)),
            legs("ours", leg(100, 40), leg(100, 60)),
            () -> order.add("noted"));

    @Test
    void baselineAndOursTakeTurnsAndTheMachineIsNotedAfterEachRound() {
        assertThat(order).containsExactly("baseline", "ours", "baseline", "noted", "ours", "baseline", "noted");
    }

    @Test
    void eachOfOursIsDividedByTheMeanOfTheBaselinesAroundIt() {
        assertThat(comparison.rate("requests", "requests/s", "nginx"))
                .isEqualTo(new Measure("requests", 100, "requests/s", 0.375, "nginx", List.of(0.5, 0.25)));
    }

    @Test
    void processorTimeIsComparedByTheProcessesNameInBothLegs() {
        assertThat(comparison.comparedCpu("cpu", "server", "us/request", "nginx"))
                .isEqualTo(new Measure("cpu", 50, "us/request", 2.5, "nginx", List.of(2.0, 3.0)));
        assertThat(comparison.cpu("cpu", "server", "us/request", null).runs()).containsExactly(40.0, 60.0);
    }

    @Test
    void theBaselineIsToldAlone() {
        assertThat(comparison.baseline("baseline", "requests/s", "nginx").value())
                .isEqualTo(300);
    }

    @Test
    void aProcessThatNoLegWatchedIsNotTakenForAFreeOne() {
        assertThatThrownBy(() -> comparison.cpu("cpu", "another", "us/request", null))
                .isInstanceOf(BenchException.class);
    }

    @Test
    void aRoundWithoutABaselineBehindItIsNoComparison() {
        assertThatThrownBy(() -> new Comparison(List.of(leg(1, 1)), List.of(leg(1, 1))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aLegTellsWhatItsUnitsCostAProcess() {
        var self = Map.of("self", new ProcessCost(ProcessHandle.current().pid()));

        var leg = Leg.of(self, () -> new Leg.Work(200, 4).share(0.5));

        assertThat(leg.rate()).isEqualTo(25);
        assertThat(leg.cpu("self")).isNotNegative();
    }

    private static Leg leg(double rate, double cpu) {
        return new Leg(rate * 2, 2, Map.of("server", cpu));
    }

    private Supplier<Leg> legs(String name, Leg... legs) {
        Iterator<Leg> rest = List.of(legs).iterator();
        return () -> {
            order.add(name);
            return rest.next();
        };
    }
}

package cn.zhigong.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class NumbersTest {

    @Test
    void theMedianOfAnEvenNumberIsTheMeanOfTheMiddleTwo() {
        assertThat(Report.median(List.of(9.0, 1.0, 4.0))).isEqualTo(4);
        assertThat(Report.median(List.of(9.0, 1.0, 4.0, 6.0))).isEqualTo(5);
    }

    @Test
    void aRateIsSteadyWhenTheLastThreeWindowsAgree() {
        assertThat(WarmUp.steady(List.of(10.0, 100.0, 98.0, 96.0))).isTrue();
        assertThat(WarmUp.steady(List.of(100.0, 98.0, 94.0))).isFalse();
        assertThat(WarmUp.steady(List.of(100.0, 100.0))).isFalse();
    }

    @Test
    void eventsCountOnlyWhenAllAreThereAtTheirRate() {
        new EventsCheck(100, 100, 100, 49.1, 50).require();
        assertThatThrownBy(() -> new EventsCheck(0, 0, 0, 50, 50).require()).hasMessageContaining("0 commits");
        assertThatThrownBy(() -> new EventsCheck(100, 0, 0, 50, 50).require()).hasMessageContaining("0 commits");
        assertThatThrownBy(() -> new EventsCheck(100, 100, 99, 50, 50).require())
                .hasMessageContaining("99 effects");
        assertThatThrownBy(() -> new EventsCheck(100, 100, 100, 48.9, 50).require())
                .hasMessageContaining("48.9 of 50");
    }

    @Test
    void warmingUpCountsRequestsBeforeItLooksAtRates() {
        var windows = new AtomicInteger();

        new WarmUp(1_000).run(() -> {
            windows.incrementAndGet();
            return new Leg(100, 2, Map.of());
        });

        assertThat(windows).hasValue(10);
    }

    @Test
    void aMeasureIsOneLineWithItsRatio() {
        var measure = Measure.compared("joins", "joins/s", List.of(812.0, 800.4), List.of(0.41239, 0.45), "pgbench");

        assertThat(measure.line()).isEqualTo("joins 806.2 joins/s ratio=0.431 (pgbench)");
    }

    @Test
    void workersAreDifferentPeopleWithWellFormedNumbers() {
        var numbers = new HashSet<String>();
        for (int i = 0; i < 300_000; i += 7) {
            var number = new Worker(i).identityNumber();
            assertThat(numbers.add(number)).as("worker %d", i).isTrue();
            assertThat(number.substring(14, 17)).isBetween("001", "979");
            assertThat(remainder(number)).as(number).isEqualTo(1);
        }
    }

    /** ISO 7064 MOD 11-2, worked out another way than the benchmark does. */
    private static int remainder(String number) {
        var sum = 0;
        for (int i = 0; i < number.length(); i++) {
            var character = number.charAt(i);
            sum = (sum * 2 + (character == 'X' ? 10 : character - '0')) % 11;
        }
        return sum;
    }

    @Test
    void aWorkerIsFoundAgainByTheAccount() {
        assertThat(Worker.of(new Worker(4711).account())).isEqualTo(new Worker(4711));
    }

    @Test
    void processorTimeIsReadBehindACommandNameWithSpacesAndBrackets() {
        var stat = "42 (a (odd) name) S 1 1 1 0 -1 0 0 0 0 0 100 20 3 4 20 0 1 0 0";

        assertThat(ProcessCost.ticks(stat, false)).isEqualTo(120);
        assertThat(ProcessCost.ticks(stat, true)).isEqualTo(127);
    }

    @Test
    void stealIsThePartOfAllTimeThatOthersGot() {
        var before = Machine.Times.parse("cpu  100 0 0 900 0 0 0 0 0 0");
        var after = Machine.Times.parse("cpu  150 0 0 945 0 0 0 5 0 0");

        assertThat(after.stealSince(before)).isEqualTo(5.0);
    }

    @Test
    void aBrokenPgbenchIsNoMeasure() {
        assertThat(Pgbench.rate("tps = 1234.5 (without initial connection time)\n"))
                .isEqualTo(1234.5);
        assertThatThrownBy(() -> Pgbench.rate("Run was aborted\ntps = 1.0 (...)"))
                .isInstanceOf(BenchException.class);
    }

    @Test
    void smokeRunsAreSmallUnlessToldOtherwise() {
        assertThat(new Settings(Map.of()).number("ROUNDS", 5, 1)).isEqualTo(5);
        assertThat(new Settings(Map.of("SMOKE", "1")).number("ROUNDS", 5, 1)).isEqualTo(1);
        assertThat(new Settings(Map.of("SMOKE", "1", "ROUNDS", "3")).number("ROUNDS", 5, 1))
                .isEqualTo(3);
        assertThatThrownBy(() -> new Settings(Map.of("ROUNDS", "many")).number("ROUNDS", 5, 1))
                .isInstanceOf(BenchException.class);
    }
}

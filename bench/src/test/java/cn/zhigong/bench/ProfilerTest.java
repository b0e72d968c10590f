package cn.zhigong.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProfilerTest {

    private static final Map<String, ProcessCost> SELF =
            Map.of("self", new ProcessCost(ProcessHandle.current().pid()));

    @TempDir
    Path folder;

    /** Attaches to this very JVM: whether the JDK still knows the event, the options and the command. */
    @Test
    void whatALegSpendsItsTimeWithIsInTheTable() {
        var profiler = new Profiler(folder, true);

        var primes = profiler.during(SELF, ProfilerTest::primes);

        assertThat(primes).isPositive();
        assertThat(profiler.tables().get("self")).contains("cn.zhigong.bench.ProfilerTest");
    }

    @Test
    void nothingIsRecordedUnlessItIsWanted() {
        var profiler = new Profiler(folder, false);

        assertThat(profiler.during(SELF, () -> 42)).isEqualTo(42);
        assertThat(profiler.tables()).isEmpty();
        assertThat(folder).isEmptyDirectory();
    }

    /** Some hundred milliseconds of processor time in a method of ours. */
    private static int primes() {
        var found = 0;
        for (int number = 2; number < 60_000; number++) {
            found += isPrime(number) ? 1 : 0;
        }
        return found;
    }

    private static boolean isPrime(int number) {
        for (int divisor = 2; divisor < number; divisor++) {
            if (number % divisor == 0) {
                return false;
            }
        }
        return true;
    }
}

package cn.zhigong.platform.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BusinessClockTest {
    private static final Instant REAL = Instant.parse("2026-05-01T04:00:00Z");

    @TempDir
    private Path folder;

    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1); // nanoTime may overflow
    private Path file = Path.of("");
    private BusinessClock clock = new BusinessClock(Optional.empty(), InstantSource.fixed(REAL), nanos::get);

    @BeforeEach
    void aClockWithAFile() {
        file = folder.resolve("clock");
        clock = new BusinessClock(Optional.of(file), InstantSource.fixed(REAL), nanos::get);
    }

    @Test
    void withoutAFileItIsTheSystemClock() {
        var plain = new BusinessClock(Optional.empty(), InstantSource.fixed(REAL), nanos::get);
        assertThat(plain.instant()).isEqualTo(REAL);
        assertThat(plain.isConfigured()).isFalse();
        assertThat(plain.isShifted()).isFalse();
    }

    @Test
    void anAbsentOrEmptyFileShiftsNothing() throws IOException {
        assertThat(clock.instant()).isEqualTo(REAL);
        assertThat(clock.isConfigured()).isTrue();
        write(" \n");
        assertThat(clock.instant()).isEqualTo(REAL);
        assertThat(clock.isShifted()).isFalse();
    }

    @Test
    void theFileShiftsItWithin200Milliseconds() throws IOException {
        write("P16D\n");
        assertThat(clock.instant()).isEqualTo(REAL.plus(Duration.ofDays(16)));
        assertThat(clock.isShifted()).isTrue();
        Files.writeString(file, "-PT36H");
        pass(Duration.ofMillis(199));
        assertThat(clock.instant()).isEqualTo(REAL.plus(Duration.ofDays(16)));
        pass(Duration.ofMillis(1));
        assertThat(clock.instant()).isEqualTo(REAL.minus(Duration.ofHours(36)));
    }

    @Test
    void nonsenseKeepsTheLastGoodShift() throws IOException {
        write("P2D");
        assertThat(clock.instant()).isEqualTo(REAL.plus(Duration.ofDays(2)));
        for (var nonsense :
                new String[] {"tomorrow", "P1M", "P99999D", "PT9223372036854775807S", "P1D".repeat(1_000)}) {
            write(nonsense);
            assertThat(clock.instant()).as(nonsense).isEqualTo(REAL.plus(Duration.ofDays(2)));
        }
        write("P3D");
        assertThat(clock.instant()).isEqualTo(REAL.plus(Duration.ofDays(3)));
    }

    @Test
    void aFileThatGoesTakesItsShiftAlong() throws IOException {
        write("P2D");
        assertThat(clock.isShifted()).isTrue();
        Files.delete(file);
        pass(Duration.ofMillis(200));
        assertThat(clock.isShifted()).isFalse();
    }

    private void write(String text) throws IOException {
        Files.writeString(file, text);
        pass(Duration.ofMillis(200));
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}

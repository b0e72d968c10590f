package cn.zhigong.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BusinessClockTest {

    @TempDir
    private Path folder;

    private BusinessClock clock;

    @BeforeEach
    void aClock() {
        clock = new BusinessClock(folder.resolve("clock"));
    }

    @Test
    void aNewClockShowsRealTime() {
        assertThat(clock.offset()).isZero();
        clock.createWhenMissing();
        assertThat(clock.offset()).isZero();
    }

    @Test
    void advancesAddUpAndAreWrittenInSeconds() throws Exception {
        assertThat(clock.advance("P15D")).isEqualTo(Duration.ofDays(15));
        assertThat(clock.advance("PT24H")).isEqualTo(Duration.ofDays(16));
        assertThat(Files.readString(folder.resolve("clock"))).isEqualTo("PT1382400S\n");
    }

    @Test
    void anExistingClockIsKept() {
        assertThat(clock.advance("P1D")).isEqualTo(Duration.ofDays(1));
        clock.createWhenMissing();
        assertThat(clock.offset()).isEqualTo(Duration.ofDays(1));
    }

    @Test
    void aResetReturnsToRealTime() {
        assertThat(clock.advance("P1D")).isEqualTo(Duration.ofDays(1));
        clock.reset();
        assertThat(clock.offset()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-P1D", "PT0S", "P1M", "16", "P", "tomorrow"})
    void whatIsNoStepForwardIsRefusedAndChangesNothing(String text) {
        assertThat(clock.advance("P1D")).isEqualTo(Duration.ofDays(1));
        assertThatThrownBy(() -> clock.advance(text))
                .isInstanceOf(LocalStackException.class)
                .hasMessageContaining(text);
        assertThat(clock.offset()).isEqualTo(Duration.ofDays(1));
    }
}

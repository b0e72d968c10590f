package cn.zhigong.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class JvmTest {

    private static final String FIRST_COMPILER_ONLY = "-XX:TieredStopAtLevel=1";

    @Test
    void aStackForTryingThingsStartsFast() {
        assertThat(Jvm.command(Map.of(), "-Xmx1m"))
                .contains(FIRST_COMPILER_ONLY)
                .endsWith("-Xmx1m");
        assertThat(Jvm.command(Map.of("ZHIGONG_COMPILER", ""))).contains(FIRST_COMPILER_ONLY);
    }

    @Test
    void whoMeasuresSpeedGetsBothCompilers() {
        assertThat(Jvm.command(Map.of("ZHIGONG_COMPILER", "full"))).doesNotContain(FIRST_COMPILER_ONLY);
    }
}

package cn.zhigong.platform.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CopyTextTest {

    private static String text(@Nullable Object... row) {
        return CopyText.of(List.<@Nullable Object[]>of(row));
    }

    @Test
    void aRowIsALineWithTabs() {
        assertThat(text("a", 1, true, LocalDate.of(2026, 11, 28), TimeUnit.DAYS))
                .isEqualTo("a\t1\ttrue\t2026-11-28\tDAYS\n");
        assertThat(text(Instant.parse("2026-11-28T01:02:03.4Z"))).isEqualTo("2026-11-28T01:02:03.400Z\n");
    }

    @Test
    void nothingIsToldFromItsOwnWriting() {
        assertThat(text(null, "\\N", "")).isEqualTo("\\N\t\\\\N\t\n");
    }

    @Test
    void noTextEndsAColumnOrALine() {
        assertThat(text("a\tb\nc\rd\\e")).isEqualTo("a\\tb\\nc\\rd\\\\e\n");
    }

    @Test
    void bytesAreHexadecimal() {
        assertThat(text((Object) new byte[] {0, (byte) 0xff})).isEqualTo("\\\\x00ff\n");
    }
}

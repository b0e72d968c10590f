package cn.zhigong.platform.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TimeOrderedIdsTest {
    private static final Instant NOON = Instant.parse("2026-05-01T04:00:00.123Z");

    @Test
    void carriesTheMillisecondTheVersionAndTheVariant() {
        var id = new TimeOrderedIds(InstantSource.fixed(NOON)).next();
        assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(NOON.toEpochMilli());
        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
    }

    @Test
    void ascendsWithinAMillisecondAndBeyondItsCounter() {
        var ids = new TimeOrderedIds(InstantSource.fixed(NOON));
        assertAscending(Stream.generate(ids::next).limit(10_000).toList());
    }

    @Test
    void ascendsWhenTheClockStepsBack() {
        var ticks = new int[1];
        var ids = new TimeOrderedIds(() -> NOON.minusMillis(ticks[0]++ * 10L));
        assertAscending(Stream.generate(ids::next).limit(1_000).toList());
    }

    @Test
    void manyThreadsNeverGetTheSame() {
        var ids = new TimeOrderedIds(InstantSource.fixed(NOON), () -> 0L);
        assertThat(IntStream.range(0, 100_000)
                        .parallel()
                        .mapToObj(_ -> ids.next())
                        .distinct()
                        .count())
                .isEqualTo(100_000);
    }

    @Test
    void theSharedGeneratorUsesRealTime() {
        var before = InstantSource.system().millis();
        assertThat(Ids.next().getMostSignificantBits() >>> 16).isBetween(before, before + 60_000);
    }

    /** As text and as PostgreSQL compares them: byte by byte. */
    private static void assertAscending(java.util.List<UUID> ids) {
        assertThat(ids.stream().map(UUID::toString)).isSorted().doesNotHaveDuplicates();
    }
}

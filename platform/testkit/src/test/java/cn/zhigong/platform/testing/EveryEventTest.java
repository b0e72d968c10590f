package cn.zhigong.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.Test;

class EveryEventTest {

    @Test
    void eventsThatWaitAreWaitedFor() {
        var left = new AtomicLong(4);
        EveryEvent.awaitRelay(left::decrementAndGet, Duration.ofSeconds(20));
        assertThat(left).hasValue(0);
    }

    @Test
    void eventsThatNeverLeaveAreNotWaitedForForEver() {
        assertThatThrownBy(() -> EveryEvent.awaitRelay(() -> 1L, Duration.ofMillis(300)))
                .isInstanceOf(ConditionTimeoutException.class)
                .hasMessageContaining("the relay has sent all events");
    }
}

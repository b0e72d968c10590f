package cn.zhigong.rights.clock;

import cn.zhigong.platform.calendar.Pause;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A {@link Pause} of a clock as it is stored. */
@Embeddable
record Standstill(LocalDate fromDay, @Nullable LocalDate untilDay) {

    Pause pause() {
        return new Pause(fromDay, untilDay);
    }
}

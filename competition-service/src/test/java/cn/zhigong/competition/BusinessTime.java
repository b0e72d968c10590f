package cn.zhigong.competition;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.awaitility.Awaitility;

/** Moves the service's business clock on, as {@code make clock} does. */
@ApplicationScoped
class BusinessTime {

    private final InstantSource clock;

    BusinessTime(InstantSource clock) {
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    void advanceTo(Instant instant) {
        try {
            Files.writeString(
                    Path.of("target", "test-clock"),
                    Duration.between(InstantSource.system().instant(), instant)
                            .plusSeconds(1)
                            .toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Awaitility.await().until(() -> !clock.instant().isBefore(instant));
    }
}

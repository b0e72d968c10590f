package cn.zhigong.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;

/**
 * How far the business clock of a stack runs ahead of real time: one ISO 8601 duration in a file that all services
 * read.
 */
record BusinessClock(Path file) {

    Duration offset() {
        try {
            return Duration.parse(Files.readString(file).strip());
        } catch (NoSuchFileException _) {
            return Duration.ZERO;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Moves the clock forward; never back, because records would then bear times of an order that cannot be. */
    Duration advance(String by) {
        var total = offset().plus(parse(by));
        write(total);
        return total;
    }

    void reset() {
        write(Duration.ZERO);
    }

    void createWhenMissing() {
        if (!Files.exists(file)) {
            reset();
        }
    }

    private void write(Duration total) {
        KeyValues.writePrivately(file, render(total) + "\n");
    }

    static Duration parse(String text) {
        try {
            var duration = Duration.parse(text);
            if (duration.isNegative() || duration.isZero()) {
                throw new LocalStackException("The clock only moves forward, not by " + text);
            }
            return duration;
        } catch (DateTimeParseException e) {
            throw new LocalStackException(
                    "%s is no duration of days, hours, minutes and seconds, such as P16D or PT36H".formatted(text), e);
        }
    }

    /** In seconds, so that every reader understands it alike. */
    static String render(Duration total) {
        return "PT%dS".formatted(total.toSeconds());
    }
}

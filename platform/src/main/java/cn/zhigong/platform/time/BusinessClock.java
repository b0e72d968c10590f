package cn.zhigong.platform.time;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The time by which the platform acts, injected as {@link InstantSource}: the system's, or shifted by the duration in
 * the file of {@code zhigong.clock.file} (ZHIGONG_CLOCK_FILE), which is looked at again every 200 ms. In microseconds,
 * as PostgreSQL keeps them: what is answered at once and what is read later are the same.
 */
@Singleton
public class BusinessClock implements InstantSource {
    private static final Logger LOG = Logger.getLogger(BusinessClock.class);
    private static final long LOOK_AGAIN_NANOS = Duration.ofMillis(200).toNanos();

    /** Beyond a century arithmetic on dates is more likely to fail than to be meant. */
    private static final Duration FARTHEST = Duration.ofDays(36_525);

    private static final int LONGEST_TEXT = 100;

    private final InstantSource system;
    private final LongSupplier nanoTime;
    private final @Nullable Path file;
    private final AtomicLong lookedAt;
    private volatile Reading last = Reading.NONE;

    @Inject
    BusinessClock(ClockConfig config) {
        this(config.file(), InstantSource.system(), System::nanoTime);
    }

    BusinessClock(Optional<Path> file, InstantSource system, LongSupplier nanoTime) {
        this.file = file.orElse(null);
        this.system = system;
        this.nanoTime = nanoTime;
        this.lookedAt = new AtomicLong(nanoTime.getAsLong() - LOOK_AGAIN_NANOS);
    }

    @Override
    public Instant instant() {
        return system.instant().plus(offset()).truncatedTo(ChronoUnit.MICROS);
    }

    /** Whether a file that may shift this clock is configured at all; production refuses that. */
    public boolean isConfigured() {
        return file != null;
    }

    /** Whether business time differs from real time now. */
    public boolean isShifted() {
        return !offset().isZero();
    }

    private Duration offset() {
        if (file == null) {
            return Duration.ZERO;
        }
        var before = lookedAt.get();
        var now = nanoTime.getAsLong();
        if (now - before >= LOOK_AGAIN_NANOS && lookedAt.compareAndSet(before, now)) {
            last = look(file, last);
        }
        return last.offset;
    }

    private static Reading look(Path file, Reading last) {
        try {
            var attributes = Files.readAttributes(file, BasicFileAttributes.class);
            var changed = new Reading(last.offset, attributes.lastModifiedTime(), attributes.size());
            return changed.equals(last) ? last : changed.with(read(file));
        } catch (NoSuchFileException _) {
            return Reading.NONE;
        } catch (IOException e) {
            var unreadable = new Reading(last.offset, Reading.NONE.modified, Reading.UNREADABLE);
            if (!unreadable.equals(last)) {
                LOG.warnf("The clock file %s cannot be read; business time stays %s ahead: %s", file, last.offset, e);
            }
            return unreadable;
        }
    }

    private static Optional<Duration> read(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            var text = new String(in.readNBytes(LONGEST_TEXT), StandardCharsets.UTF_8).strip();
            var offset = text.isEmpty() ? Duration.ZERO : Duration.parse(text);
            if (offset.abs().compareTo(FARTHEST) <= 0) {
                return Optional.of(offset);
            }
        } catch (DateTimeException | ArithmeticException _) {
            // Said below, once for each change of the file.
        }
        LOG.warnf("The clock file %s holds no ISO-8601 duration within a century; the last good one stays", file);
        return Optional.empty();
    }

    private record Reading(Duration offset, FileTime modified, long size) {
        static final long UNREADABLE = -2;
        static final Reading NONE = new Reading(Duration.ZERO, FileTime.fromMillis(0), -1);

        Reading with(Optional<Duration> fresh) {
            return new Reading(fresh.orElse(offset), modified, size);
        }
    }
}

package cn.zhigong.platform.calendar;

import cn.zhigong.platform.audit.Audit;
import cn.zhigong.platform.job.Jobs;
import cn.zhigong.platform.security.Caller;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Loads a year's notice, and has everything computed again that was computed without it. */
@Singleton
class CalendarLoading {

    private static final String JOB = "calendar-change";

    private final Calendars calendars;
    private final Instance<CalendarListener> listeners;
    private final Jobs jobs;
    private final Audit audit;
    private final Duration settling;

    CalendarLoading(
            Calendars calendars,
            @Any Instance<CalendarListener> listeners,
            Jobs jobs,
            Audit audit,
            @ConfigProperty(name = "zhigong.calendar.settling", defaultValue = "7s") Duration settling) {
        this.calendars = calendars;
        this.listeners = listeners;
        this.jobs = jobs;
        this.audit = audit;
        this.settling = settling;
    }

    /** Stores the notice and, with it, the job that computes deadlines again. */
    @Transactional
    Jobs.Job replace(int year, List<CalendarDay> days, Caller caller) {
        calendars.replaceYear(year, days);
        audit.record("calendar.replace", "calendar", year, Map.of("days", days.size()));
        var total = listeners.stream().mapToLong(CalendarListener::affected).sum();
        return jobs.start(JOB, caller, total, this::tell);
    }

    private String tell(Jobs.Progress progress) {
        var count = computeAgain(progress);
        // A deadline that another instance computed by the old calendar may have been committed after we looked.
        settle();
        computeAgain(_ -> {});
        return count + " computed again";
    }

    /** One feature that fails keeps none of the others from it; the job fails all the same. */
    @CanIgnoreReturnValue
    private long computeAgain(Jobs.Progress progress) {
        var calendar = calendars.fresh();
        var before = 0L;
        var failures = new ArrayList<RuntimeException>();
        for (var listener : listeners) {
            var start = before;
            var counted = new AtomicLong();
            try {
                listener.calendarChanged(calendar, done -> {
                    counted.set(done);
                    progress.done(start + done);
                });
            } catch (RuntimeException e) {
                failures.add(e);
            }
            before += counted.get();
        }
        if (!failures.isEmpty()) {
            var all = new IllegalStateException("%d features could not compute again".formatted(failures.size()));
            failures.forEach(all::addSuppressed);
            throw all;
        }
        return before;
    }

    private void settle() {
        try {
            Thread.sleep(settling);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped before everything was computed again", e);
        }
    }
}

package cn.zhigong.platform.calendar;

import cn.zhigong.platform.audit.Audit;
import cn.zhigong.platform.job.Jobs;
import cn.zhigong.platform.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;

/** Loads a year's notice, and has everything computed again that was computed without it. */
@ApplicationScoped
class CalendarLoading {

    private static final String JOB = "calendar-change";

    private final Calendars calendars;
    private final Instance<CalendarListener> listeners;
    private final Jobs jobs;
    private final Audit audit;

    CalendarLoading(Calendars calendars, @Any Instance<CalendarListener> listeners, Jobs jobs, Audit audit) {
        this.calendars = calendars;
        this.listeners = listeners;
        this.jobs = jobs;
        this.audit = audit;
    }

    /** Stores the notice and, with it, the job that computes deadlines again. */
    @Transactional
    Jobs.Job replace(int year, List<CalendarDay> days, Caller caller) {
        calendars.replaceYear(year, days);
        audit.record("calendar.replace", "calendar", year, Map.of("days", days.size()));
        var total = listeners.stream().mapToLong(CalendarListener::affected).sum();
        return jobs.start(JOB, caller.account(), total, this::tell);
    }

    private String tell(Jobs.Progress progress) {
        var calendar = calendars.fresh();
        var before = 0L;
        for (var listener : listeners) {
            var start = before;
            var counted = new long[] {0};
            listener.calendarChanged(calendar, done -> {
                counted[0] = done;
                progress.done(start + done);
            });
            before += counted[0];
        }
        return before + " computed again";
    }
}

package cn.zhigong.platform.sample;

import cn.zhigong.platform.calendar.CalendarListener;
import cn.zhigong.platform.calendar.WorkingCalendar;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Semaphore;
import java.util.function.LongConsumer;

/**
 * Depends on the calendar as a feature would; counts to three, and waits before each step when a test wants to look.
 */
@ApplicationScoped
class NoteCalendar implements CalendarListener {

    static final int STEPS = 3;
    static final Semaphore MAY_GO_ON = new Semaphore(0);
    static volatile boolean waits;
    static volatile boolean fails;
    static volatile WorkingCalendar heard = WorkingCalendar.weekendsOnly();

    @Override
    public long affected() {
        return STEPS;
    }

    @Override
    public void calendarChanged(WorkingCalendar calendar, LongConsumer done) {
        if (fails) {
            throw new IllegalStateException("on purpose");
        }
        for (int step = 1; step <= STEPS; step++) {
            if (waits) {
                MAY_GO_ON.acquireUninterruptibly();
            }
            done.accept(step);
        }
        heard = calendar;
    }
}

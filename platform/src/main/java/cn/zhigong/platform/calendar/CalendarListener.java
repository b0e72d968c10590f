package cn.zhigong.platform.calendar;

import java.util.function.LongConsumer;

/**
 * A feature whose deadlines depend on the working calendar. Every bean of this kind is called, in a job, after a year's
 * notice was loaded.
 */
public interface CalendarListener {

    /** How many things there are to compute again, so that the job can say how far it has come. */
    long affected();

    /**
     * Computes deadlines again; opens its own transactions.
     *
     * @param calendar as it is now, the change included
     * @param done to be told, now and then, how many are done
     */
    void calendarChanged(WorkingCalendar calendar, LongConsumer done);
}

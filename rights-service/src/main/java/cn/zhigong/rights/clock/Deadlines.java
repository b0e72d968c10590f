package cn.zhigong.rights.clock;

import cn.zhigong.platform.calendar.Calendars;
import cn.zhigong.platform.calendar.ClockRule;
import cn.zhigong.platform.time.Ids;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Starts, pauses and meets the deadlines of a case, for the features that handle cases. */
@Singleton
public class Deadlines {

    private final Clocks clocks;
    private final Calendars calendars;
    private final InstantSource time;

    Deadlines(Clocks clocks, Calendars calendars, InstantSource time) {
        this.clocks = clocks;
        this.calendars = calendars;
        this.time = time;
    }

    /**
     * Starts a clock of a case.
     *
     * @param organisation who answers for it, and whose officers see it
     * @param startsAt the event from whose day the law counts
     */
    @Transactional
    public ClockView start(ClockRule rule, UUID subject, UUID organisation, Instant startsAt) {
        var clock = new Clock(Ids.next(), subject, organisation, rule, startsAt, calendars.current());
        clocks.persist(clock);
        return clock.view();
    }

    /** What the law asked for was done now; nothing happens when the case has no such clock. */
    @Transactional
    public void meet(UUID subject, ClockRule rule) {
        clocks.of(subject, rule.id()).ifPresent(clock -> clock.meet(time.instant()));
    }

    /** The case has ended, and nobody answers for its deadlines any more. */
    @Transactional
    public void close(UUID subject) {
        clocks.of(subject).forEach(clock -> clock.close(time.instant()));
    }

    /** A clock of the case stands still from a day on, until a day when that is known. */
    @Transactional
    public void pause(UUID subject, ClockRule rule, LocalDate from, @Nullable LocalDate until) {
        clocks.of(subject, rule.id()).ifPresent(clock -> clock.pause(from, until, calendars.current(), time.instant()));
    }

    /** Another organisation answers for the case from now on. */
    @Transactional
    public void handOver(UUID subject, UUID organisation) {
        clocks.of(subject).forEach(clock -> clock.handTo(organisation));
    }

    /** All clocks of a case. */
    @Transactional
    public List<ClockView> of(UUID subject) {
        return clocks.of(subject).stream().map(Clock::view).toList();
    }
}

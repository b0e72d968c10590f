package cn.zhigong.membership.servicepoint;

import cn.zhigong.membership.servicepoint.OpeningHours.DayException;
import cn.zhigong.platform.calendar.WorkingCalendar;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;

/** Hours that are allowed, at random, and a slow but obvious reading of them. */
final class RandomHours {

    private static final int MINUTES = 24 * 60;

    private RandomHours() {}

    static OpeningHours any(Random random, LocalDate from) {
        var week = new EnumMap<DayOfWeek, List<OpeningInterval>>(DayOfWeek.class);
        for (var day : DayOfWeek.values()) {
            var intervals = intervals(random);
            if (!intervals.isEmpty()) {
                week.put(day, intervals);
            }
        }
        var exceptions = new ArrayList<DayException>();
        for (var day = from; day.isBefore(from.plusDays(10)); day = day.plusDays(1 + random.nextInt(5))) {
            exceptions.add(new DayException(day, intervals(random)));
        }
        return new OpeningHours(week, exceptions, random.nextBoolean());
    }

    private static List<OpeningInterval> intervals(Random random) {
        var marks = new TreeSet<Integer>();
        for (var i = random.nextInt(3); i > 0; i--) {
            marks.add(random.nextInt(MINUTES));
            marks.add(random.nextInt(4) == 0 ? MINUTES : random.nextInt(MINUTES));
        }
        var list = new ArrayList<>(marks);
        var intervals = new ArrayList<OpeningInterval>();
        for (var i = 0; i + 1 < list.size(); i += 2) {
            intervals.add(new OpeningInterval(time(list.get(i)), time(list.get(i + 1))));
        }
        return intervals;
    }

    private static String time(int minutes) {
        return "%02d:%02d".formatted(minutes / 60, minutes % 60);
    }

    static boolean isOpen(OpeningHours hours, LocalDateTime at, WorkingCalendar calendar) {
        var minute = at.getHour() * 60 + at.getMinute();
        return OpeningRules.on(hours, at.toLocalDate(), calendar).stream()
                .anyMatch(one -> minutes(one.opens()) <= minute && minute < minutes(one.closes()));
    }

    private static int minutes(String time) {
        return Integer.parseInt(time.substring(0, 2)) * 60 + Integer.parseInt(time.substring(3));
    }
}

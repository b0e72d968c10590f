package cn.zhigong.platform.calendar;

import static cn.zhigong.platform.problem.CommonProblem.INVALID_CONTENT;
import static cn.zhigong.platform.problem.CommonProblem.NOT_FOUND;

import cn.zhigong.platform.calendar.CalendarDay.Kind;
import cn.zhigong.platform.http.Versioned;
import cn.zhigong.platform.job.Accepted;
import cn.zhigong.platform.job.Jobs;
import cn.zhigong.platform.reach.Reach;
import cn.zhigong.platform.reach.Within;
import cn.zhigong.platform.security.Access;
import cn.zhigong.platform.security.CurrentCaller;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** The yearly notices of holidays and make-up working days, which anybody may read. */
@Path("/v1/calendar/{year}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "calendar")
class CalendarResource {

    /** Long enough to spare most readers a request, short enough for a correction on the same day. */
    private static final String PUBLIC_FOR_MINUTES = "public, max-age=300";

    /** One day of a notice that is being loaded. */
    record Day(
            @NotNull LocalDate date,
            @NotNull Kind kind,
            @NotNull @Size(max = 50) String name) {

        CalendarDay read() {
            return new CalendarDay(date, kind, name);
        }
    }

    /** The notice that replaces a year's. */
    record NewNotice(@NotNull @Size(max = 150) List<@NotNull @Valid Day> days) {}

    /** A year's notice in order. */
    record Notice(int year, List<CalendarDay> days) implements Versioned {

        /** A notice is replaced as a whole; what it says is in the tag. */
        @Override
        public long version() {
            return year;
        }
    }

    private final Calendars calendars;
    private final CalendarLoading loading;
    private final CurrentCaller caller;

    CalendarResource(Calendars calendars, CalendarLoading loading, CurrentCaller caller) {
        this.calendars = calendars;
        this.loading = loading;
        this.caller = caller;
    }

    @GET
    @Reach(Within.ANYBODY)
    @PermitAll
    @Operation(summary = "Holidays and make-up working days of a year. 某年的法定节假日与调休安排。")
    @APIResponseSchema(value = Notice.class, responseCode = "200")
    public RestResponse<Notice> notice(@Min(1990) @Max(2200) int year) {
        var calendar = calendars.current();
        if (!calendar.covers(year)) {
            throw NOT_FOUND.problem();
        }
        return RestResponse.ResponseBuilder.ok(new Notice(year, calendar.notice(year)))
                .header(HttpHeaders.CACHE_CONTROL, PUBLIC_FOR_MINUTES)
                .build();
    }

    @PUT
    @Reach(Within.CITY)
    @RolesAllowed(Access.ADMIN)
    @Operation(summary = "Load a year's notice; deadlines are computed again in a job." + " 载入某年的节假日安排，并以后台任务重新计算各项期限。")
    @APIResponse(responseCode = "202", description = "Loaded; the job computes deadlines again. 已载入，正在重新计算期限。")
    @APIResponseSchema(value = Jobs.Job.class, responseCode = "202")
    public RestResponse<Jobs.Job> replace(@Min(1990) @Max(2200) int year, @NotNull @Valid NewNotice wanted) {
        var notice = wanted.days().stream().map(Day::read).toList();
        refuseDefects(year, notice);
        return Accepted.of(loading.replace(year, notice, caller.get()));
    }

    private static void refuseDefects(int year, List<CalendarDay> notice) {
        var defects = CalendarDefect.in(year, notice);
        if (defects.isEmpty()) {
            return;
        }
        var problem = INVALID_CONTENT.problem();
        var reported = new ArrayList<CalendarDefect>();
        for (var defect : defects) {
            problem = problem.at(
                    "days[%d].date".formatted(place(notice, defect, reported)),
                    defect.reason().name());
            reported.add(defect);
        }
        throw problem;
    }

    /** Where in the list the day stands; the second place of a day that is named twice, and so on. */
    private static int place(List<CalendarDay> notice, CalendarDefect defect, List<CalendarDefect> reported) {
        var places = IntStream.range(0, notice.size())
                .filter(i -> notice.get(i).date().equals(defect.date()))
                .toArray();
        var before = (int) reported.stream().filter(defect::equals).count();
        var first = defect.reason() == CalendarDefect.Reason.NAMED_TWICE ? 1 : 0;
        return places[Math.min(first + before, places.length - 1)];
    }
}

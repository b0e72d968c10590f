package cn.zhigong.membership.servicepoint;

import static cn.zhigong.platform.problem.CommonProblem.INVALID_PARAMETER;

import cn.zhigong.membership.servicepoint.PointSearch.Around;
import cn.zhigong.membership.servicepoint.PointSearch.Filter;
import cn.zhigong.membership.servicepoint.PointSearch.Found;
import cn.zhigong.membership.servicepoint.PointSearch.Moment;
import cn.zhigong.membership.servicepoint.PointTotals.PointCount;
import cn.zhigong.membership.servicepoint.ServicePoints.TakenStep;
import cn.zhigong.platform.calendar.Calendars;
import cn.zhigong.platform.calendar.ChinaTime;
import cn.zhigong.platform.directory.Directory;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What anybody may ask about service points. */
@Singleton
class FindingPoints {

    static final int DEFAULT_RADIUS_METRES = 2_000;

    private static final int LENGTH_OF_TIME = 5;

    private final ServicePoints points;
    private final PointSearch search;
    private final PointTotals totals;
    private final Directory directory;
    private final Calendars calendars;
    private final InstantSource clock;

    FindingPoints(
            ServicePoints points,
            PointSearch search,
            PointTotals totals,
            Directory directory,
            Calendars calendars,
            InstantSource clock) {
        this.points = points;
        this.search = search;
        this.totals = totals;
        this.directory = directory;
        this.calendars = calendars;
        this.clock = clock;
    }

    /** What somebody wants to find; the fields are the query parameters of the list. */
    record Wanted(
            @Nullable String near,
            @Nullable Integer radius,
            @Nullable UUID under,
            @Nullable String district,
            @Nullable PointType type,
            @Nullable Facility facility,
            @Nullable PointState state,
            @Nullable Boolean openNow,
            @Nullable String text) {}

    /** A row of a list with the key that pages go by. */
    record Row(ServicePointView view, String key) {}

    @Transactional
    public ServicePointView read(UUID id) {
        return ServicePointView.of(points.get(id), clock.instant(), calendars.current());
    }

    @Transactional
    public List<TakenStep> steps(UUID id) {
        return points.steps(points.get(id).id());
    }

    /** Up to {@code most} places, the nearest first where a centre is given. */
    @Transactional
    public List<Row> list(Wanted wanted, @Nullable Found after, int most) {
        var around = around(wanted);
        var path = path(wanted.under());
        if (wanted.under() != null && path.isEmpty()) {
            return List.of();
        }
        var filter = new Filter(
                around,
                path.orElse(null),
                wanted.district(),
                wanted.type(),
                wanted.facility(),
                wanted.state(),
                Boolean.TRUE.equals(wanted.openNow()) ? moment() : null,
                wanted.text());
        var found = search.page(filter, after, most);
        var byId = points.byId(found.stream().map(Found::id).toList());
        var now = clock.instant();
        var calendar = calendars.current();
        return found.stream()
                .map(one -> new Row(
                        ServicePointView.of(
                                Objects.requireNonNull(byId.get(one.id())),
                                now,
                                calendar,
                                around == null ? null : one.metres()),
                        one.key()))
                .toList();
    }

    /** Places by type and state at the end of a day, today unless told otherwise. */
    @Transactional
    public List<PointCount> totals(@Nullable UUID under, @Nullable String district, @Nullable LocalDate at) {
        var today = ChinaTime.dayOf(clock.instant());
        var day = Objects.requireNonNullElse(at, today);
        if (day.isAfter(today)) {
            throw INVALID_PARAMETER.at("on", "IN_THE_FUTURE");
        }
        var path = path(under);
        return under != null && path.isEmpty() ? List.of() : totals.at(day, path.orElse(null), district);
    }

    /** Which organisations there are is no secret of a list that names the owner of each place, nor told by it. */
    private Optional<String> path(@Nullable UUID under) {
        return Optional.ofNullable(under).flatMap(directory::path);
    }

    private static @Nullable Around around(Wanted wanted) {
        if (wanted.near() == null) {
            if (wanted.radius() != null) {
                throw INVALID_PARAMETER.at("near", "REQUIRED");
            }
            return null;
        }
        var centre = SearchCentre.parse(wanted.near()).orElseThrow(() -> INVALID_PARAMETER.at("near", "FORMAT"));
        return new Around(centre, Objects.requireNonNullElse(wanted.radius(), DEFAULT_RADIUS_METRES));
    }

    private Moment moment() {
        var civil = clock.instant().atZone(ChinaTime.ZONE);
        var day = civil.toLocalDate();
        return new Moment(
                day.toString(),
                String.valueOf(day.getDayOfWeek().getValue()),
                String.valueOf(
                        OpeningRules.dayKept(day, true, calendars.current()).getValue()),
                LocalTime.from(civil).toString().substring(0, LENGTH_OF_TIME));
    }
}

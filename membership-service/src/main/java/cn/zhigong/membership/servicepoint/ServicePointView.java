package cn.zhigong.membership.servicepoint;

import cn.zhigong.membership.servicepoint.OpeningRules.Opening;
import cn.zhigong.platform.calendar.WorkingCalendar;
import cn.zhigong.platform.http.Versioned;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A place as everybody sees it.
 *
 * @param location in WGS 84
 * @param phone of the place
 * @param stateReason why it is in this state
 * @param openNow whether it is open at this moment
 * @param openUntil when it closes; absent while it is closed, and when it does not close within 60 days
 * @param opensNext when it opens; absent while it is open, when it does not open within 60 days, and in any other state
 *     than OPEN
 * @param distanceMetres from where the search began; absent where nobody asked from a place
 */
record ServicePointView(
        UUID id,
        PointType type,
        UUID organisationId,
        String name,
        String address,
        String district,
        PlaceLocation location,
        List<Facility> facilities,
        OpeningHours openingHours,
        @Nullable String phone,
        @Nullable Integer starRating,
        @Nullable Boolean shared,
        PointFacts.@Nullable Coverage coverage,
        PointState state,
        LocalDate stateSince,
        @Nullable String stateReason,
        Instant createdAt,
        boolean openNow,
        @Nullable Instant openUntil,
        @Nullable Instant opensNext,
        @Nullable Long distanceMetres,
        long version)
        implements Versioned {

    static ServicePointView of(ServicePoint point, Instant now, WorkingCalendar calendar) {
        return of(point, now, calendar, null);
    }

    /** @param metres from the centre of a search */
    static ServicePointView of(ServicePoint point, Instant now, WorkingCalendar calendar, @Nullable Double metres) {
        var hours = point.openingHours();
        var opening = point.state() == PointState.OPEN ? OpeningRules.at(hours, now, calendar) : Opening.NOT_OPEN;
        return new ServicePointView(
                point.id(),
                point.type(),
                point.organisationId(),
                point.name(),
                point.address(),
                point.district(),
                point.location(),
                point.facilities(),
                hours,
                point.phone(),
                point.starRating(),
                point.shared(),
                point.coverage(),
                point.state(),
                point.stateSince(),
                point.stateReason(),
                point.createdAt(),
                opening.openNow(),
                opening.until(),
                opening.opensNext(),
                metres == null ? null : Math.round(metres),
                point.version());
    }
}

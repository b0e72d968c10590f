package cn.zhigong.membership.joining;

import cn.zhigong.membership.routing.Route;
import cn.zhigong.membership.routing.RoutingRule;
import cn.zhigong.platform.calendar.WorkingCalendar;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * The review of an application by a union.
 *
 * @param deciderId who decides: the union it was routed to, or the superior one after an escalation
 * @param reviewBy when the superior union takes over; null once it has
 * @param warnings what the officer should look into
 */
@Embeddable
record Review(
        @Nullable UUID deciderId,
        @Enumerated(EnumType.STRING) @Nullable RoutingRule routedBy,
        @Nullable LocalDate routedOn,
        @Nullable Instant reviewBy,

        @JdbcTypeCode(SqlTypes.ARRAY) @Column(columnDefinition = "text[]")
        List<String> warnings) {

    /** Of what was never routed. */
    static final Review NONE = new Review(null, null, null, null, List.of());

    static Review of(Route route, LocalDate on, @Nullable Instant until, Set<Warning> found) {
        var warnings = found.stream().map(Enum::name).sorted().toList();
        return new Review(route.organisationId(), route.rule(), on, until, warnings);
    }

    Review until(@Nullable Instant newReviewBy) {
        return new Review(deciderId, routedBy, routedOn, newReviewBy, warnings);
    }

    /** The calendar changed since it began; one that was decided or escalated meanwhile has no such time. */
    Review recomputed(WorkingCalendar calendar) {
        return routedOn == null || reviewBy == null ? this : until(ReviewRules.after(routedOn, calendar));
    }

    Review escalatedTo(UUID superior) {
        return new Review(superior, routedBy, routedOn, null, warnings);
    }

    boolean isOver(Instant now) {
        return ReviewRules.isOver(reviewBy, now);
    }

    /** The state of an application under this review. */
    ApplicationState looksLike() {
        return reviewBy == null ? ApplicationState.ESCALATED : ApplicationState.ROUTED;
    }
}

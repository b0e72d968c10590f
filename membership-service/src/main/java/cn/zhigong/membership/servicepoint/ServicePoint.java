package cn.zhigong.membership.servicepoint;

import cn.zhigong.platform.reference.VisibleText;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** A place where a union serves workers (服务阵地). */
// A step changes a few of its columns.
@DynamicUpdate
@Entity
class ServicePoint {

    @Id
    private UUID id;

    @Enumerated(EnumType.STRING)
    private PointType type;

    private UUID organisationId;
    private String name;
    private String address;
    private String district;
    private double longitude;
    private double latitude;
    private String[] facilities;
    private String[] hours;
    private String[] exceptions;
    private boolean keepsWorkingCalendar;
    private @Nullable String phone;
    private @Nullable Integer starRating;
    private @Nullable Boolean shared;
    private @Nullable Integer coveredEmployers;
    private @Nullable Integer coveredWorkers;

    @Enumerated(EnumType.STRING)
    private PointState state;

    private LocalDate stateSince;
    private @Nullable String stateReason;
    private Instant createdAt;

    @Version
    private long version;

    protected ServicePoint() {}

    /** A place that is decided on. */
    ServicePoint(UUID id, PointType type, UUID organisationId, PointFacts facts, LocalDate plannedOn, Instant now) {
        this.id = id;
        this.type = type;
        this.organisationId = organisationId;
        this.state = PointState.PLANNED;
        this.stateSince = plannedOn;
        this.createdAt = now;
        take(facts);
    }

    /** It is known from now on. */
    ServicePointEvent entered() {
        return changed();
    }

    ServicePointEvent correct(PointFacts facts) {
        requireNotClosed();
        take(facts);
        return changed();
    }

    private void take(PointFacts facts) {
        name = VisibleText.normalised(facts.name());
        address = VisibleText.normalised(facts.address());
        district = facts.district();
        longitude = facts.location().longitude();
        latitude = facts.location().latitude();
        facilities = facts.facilities().stream().map(Enum::name).sorted().toArray(String[]::new);
        hours = facts.openingHours().writtenWeek();
        exceptions = facts.openingHours().writtenExceptions();
        keepsWorkingCalendar = facts.openingHours().keepsWorkingCalendar();
        phone = facts.phone();
        starRating = facts.starRating();
        shared = facts.shared();
        var coverage = facts.coverage();
        coveredEmployers = coverage == null ? null : coverage.employers();
        coveredWorkers = coverage == null ? null : coverage.workers();
    }

    /** For the first time. */
    ServicePointEvent open(LocalDate on, String reason) {
        requireState(PointState.PLANNED);
        return become(PointState.OPEN, on, reason);
    }

    ServicePointEvent closeTemporarily(LocalDate on, String reason) {
        return become(PointState.CLOSED_TEMPORARILY, on, reason);
    }

    ServicePointEvent reopen(LocalDate on, String reason) {
        requireState(PointState.CLOSED_TEMPORARILY);
        return become(PointState.OPEN, on, reason);
    }

    /** For good. */
    ServicePointEvent close(LocalDate on, String reason) {
        return become(PointState.CLOSED, on, reason);
    }

    /** Its union has ended; another one goes on with it. */
    ServicePointEvent passTo(UUID successor) {
        organisationId = successor;
        return changed();
    }

    private ServicePointEvent become(PointState next, LocalDate on, String reason) {
        state = state.become(next);
        stateSince = on;
        stateReason = VisibleText.normalised(reason);
        return changed();
    }

    /** Opening and reopening end in one state and begin in two. */
    private void requireState(PointState needed) {
        if (state != needed) {
            throw state.refusal();
        }
    }

    void requireNotClosed() {
        if (state == PointState.CLOSED) {
            throw ServicePointProblem.SERVICE_POINT_CLOSED.problem();
        }
    }

    private ServicePointEvent changed() {
        return new ServicePointEvent.ServicePointChanged(
                id,
                type,
                organisationId,
                name,
                address,
                district,
                longitude,
                latitude,
                facilities(),
                openingHours(),
                state,
                stateSince,
                starRating,
                shared,
                coveredEmployers,
                coveredWorkers);
    }

    /** What a correction begins with. */
    PointFacts facts() {
        return new PointFacts(
                name,
                address,
                district,
                location(),
                Set.copyOf(facilities()),
                openingHours(),
                phone,
                starRating,
                shared,
                coverage());
    }

    OpeningHours openingHours() {
        return OpeningHours.read(hours, exceptions, keepsWorkingCalendar);
    }

    List<Facility> facilities() {
        return Arrays.stream(facilities).map(Facility::valueOf).sorted().toList();
    }

    PlaceLocation location() {
        return new PlaceLocation(longitude, latitude);
    }

    PointFacts.@Nullable Coverage coverage() {
        return coveredEmployers == null
                ? null
                : new PointFacts.Coverage(coveredEmployers, Objects.requireNonNullElse(coveredWorkers, 0));
    }

    UUID id() {
        return id;
    }

    PointType type() {
        return type;
    }

    UUID organisationId() {
        return organisationId;
    }

    String name() {
        return name;
    }

    String address() {
        return address;
    }

    String district() {
        return district;
    }

    @Nullable String phone() {
        return phone;
    }

    @Nullable Integer starRating() {
        return starRating;
    }

    @Nullable Boolean shared() {
        return shared;
    }

    PointState state() {
        return state;
    }

    LocalDate stateSince() {
        return stateSince;
    }

    @Nullable String stateReason() {
        return stateReason;
    }

    Instant createdAt() {
        return createdAt;
    }

    long version() {
        return version;
    }
}

package cn.zhigong.membership.servicepoint;

import cn.zhigong.platform.event.DomainEvent;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What others hear of service points: the whole state each time, without any phone. */
sealed interface ServicePointEvent extends DomainEvent {

    String TOPIC = "zhigong.membership.service-point.v1";

    @Override
    default String topic() {
        return TOPIC;
    }

    /**
     * A place is new, or something about it changed. 服务站点新增或变更。
     *
     * @param locatedAt street and house of the place
     * @param longitude degrees of WGS 84, as is latitude
     * @param stateSince the day of the step into this state
     */
    record ServicePointChanged(
            UUID id,
            PointType pointType,
            UUID organisationId,
            String name,
            String locatedAt,
            String district,
            double longitude,
            double latitude,
            List<Facility> facilities,
            OpeningHours openingHours,
            PointState state,
            LocalDate stateSince,
            @Nullable Integer starRating,
            @Nullable Boolean shared,
            @Nullable Integer coveredEmployers,
            @Nullable Integer coveredWorkers)
            implements ServicePointEvent {

        static final String TYPE = "cn.zhigong.membership.service-point-changed.v1";

        @Override
        public String type() {
            return TYPE;
        }

        @Override
        public UUID aggregateId() {
            return id;
        }
    }
}

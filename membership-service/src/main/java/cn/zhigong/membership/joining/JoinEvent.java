package cn.zhigong.membership.joining;

import cn.zhigong.membership.routing.RoutingRule;
import cn.zhigong.platform.event.DomainEvent;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What others hear of applications: ids and codes, nothing about the person. */
sealed interface JoinEvent extends DomainEvent {

    String TOPIC = "zhigong.membership.join-application.v1";

    UUID applicationId();

    @Override
    default String topic() {
        return TOPIC;
    }

    @Override
    default UUID aggregateId() {
        return applicationId();
    }

    /** A worker handed an application in. 职工提交入会申请。 */
    record JoinSubmitted(UUID applicationId, @Nullable UUID joinCodeId) implements JoinEvent {

        static final String TYPE = "cn.zhigong.membership.join-submitted.v1";

        @Override
        public String type() {
            return TYPE;
        }
    }

    /**
     * An application lies with a union for review. 入会申请送达工会审核。
     *
     * @param organisationId the union that could take the worker
     * @param deciderId who reviews it: the same, or the superior union after an escalation
     */
    record JoinRouted(
            UUID applicationId,
            UUID organisationId,
            @Nullable UUID groupId,
            RoutingRule routedBy,
            UUID deciderId) implements JoinEvent {

        static final String TYPE = "cn.zhigong.membership.join-routed.v1";

        @Override
        public String type() {
            return TYPE;
        }
    }

    /**
     * An application left the review, for good or back to the worker. 入会申请审核完毕，或退回职工补正。
     *
     * @param reasons codes
     */
    record JoinDecided(
            UUID applicationId,
            @Nullable UUID organisationId,
            ApplicationState state,
            List<String> reasons,
            @Nullable UUID memberId,
            @Nullable UUID transferId)
            implements JoinEvent {

        static final String TYPE = "cn.zhigong.membership.join-decided.v1";

        @Override
        public String type() {
            return TYPE;
        }
    }
}
